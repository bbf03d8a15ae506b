package coalition.ingest;

import coalition.storage.Migration;
import java.util.List;

/** The tables of the library. */
final class LibrarySchema {
    static final List<Migration> MIGRATIONS = List.of(new Migration("ingest-1", """
            create table document (
              version bigint generated always as identity primary key,
              id varchar not null,
              hash varchar not null,
              title varchar not null,
              text character large object not null,
              structure binary large object not null,
              characters int not null,
              chunks int not null,
              modified timestamp(9) with time zone not null,
              indexed timestamp(9) with time zone not null,
              is_current boolean not null,
              unique (id, hash));
            create index document_hash on document (hash);
            create table chunk (
              version bigint not null references document (version) on delete cascade,
              ordinal int not null,
              headings varchar not null,
              page int not null,
              start_at int not null,
              end_at int not null,
              text varchar not null,
              sentences varbinary not null,
              primary key (version, ordinal));
            create table chunk_vectors (
              version bigint not null references document (version) on delete cascade,
              ordinal int not null,
              encoder varchar not null,
              text_hash binary(32) not null,
              whole varbinary not null,
              sentences varbinary not null,
              tokens varbinary not null,
              primary key (version, ordinal));
            create index chunk_vectors_text on chunk_vectors (text_hash);
            create table folder_file (
              id varchar primary key,
              size bigint not null,
              modified timestamp(9) with time zone not null,
              hash varchar not null,
              reader int not null,
              skipped varchar,
              detail varchar);
            create table library_state (
              generation bigint not null,
              vocabulary binary large object);
            insert into library_state (generation, vocabulary) values (0, null);
            """), new Migration("ingest-2", """
            alter table library_state add column index_generation bigint default 0 not null;
            """));

    private LibrarySchema() {}
}
