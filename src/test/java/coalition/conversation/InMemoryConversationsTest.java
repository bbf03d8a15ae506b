package coalition.conversation;

class InMemoryConversationsTest extends ConversationsContract {
    InMemoryConversationsTest() {
        super(new InMemoryConversations());
    }
}
