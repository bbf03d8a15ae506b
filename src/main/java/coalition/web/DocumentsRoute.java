package coalition.web;

import coalition.document.DocumentCard;
import coalition.document.Library;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** Lists the documents. */
final class DocumentsRoute {
    private final Library library;
    private final ObjectMapper json = new ObjectMapper();

    DocumentsRoute(Library library) {
        this.library = library;
    }

    Reply reply() {
        ArrayNode list = json.createArrayNode();
        for (DocumentCard card : library.cards()) {
            list.addObject()
                    .put("document", card.id().value())
                    .put("title", card.title())
                    .put("characters", card.characters())
                    .put("modified", card.modified().toString());
        }
        return Reply.json(list.toString());
    }
}
