package coalition.evaluation;

import coalition.model.ModelFiles;
import coalition.model.Models;
import java.nio.file.Files;
import java.nio.file.Path;

/** Encodes the two sets once: {@code EVAL-FOLDER TRAIN.jsonl.gz CACHE-FOLDER}. */
final class EncodeShelves {
    private EncodeShelves() {}

    public static void main(String[] args) throws Exception {
        Path cache = Files.createDirectories(Path.of(args[2]));
        try (Models models = new Models(ModelFiles.in(cache.resolve("models")), 1)) {
            Shelf eval = new Shelf(Article.folder(Path.of(args[0])));
            Shelf train = new Shelf(Article.keptApart(Path.of(args[1]), eval.articles));
            System.out.println(eval.articles.size() + " articles, " + eval.chunks.size() + " paragraphs, "
                    + eval.chunks.stream().mapToInt(c -> c.sentences().size()).sum() + " sentences");
            System.out.println(train.articles.size() + " articles, " + train.chunks.size() + " paragraphs");
            String mark = args.length > 3 ? args[3] : "";
            eval.encode(models.encoder(), cache.resolve("eval-titled" + mark + ".bin"));
            System.out.println("eval encoded");
            train.encode(models.encoder(), cache.resolve("train-titled" + mark + ".bin"));
            System.out.println("train encoded");
        }
    }
}
