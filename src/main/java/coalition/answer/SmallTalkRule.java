package coalition.answer;

import java.util.Optional;
import java.util.regex.Pattern;

/** Answers greetings, thanks and questions about the bot itself in a sentence; nothing is searched for them. */
final class SmallTalkRule implements AbstentionRule {
    private static final String ADDRESSED =
            "(?:[ ,]+(?:there|all|everyone|everybody|team|bot|folks|guys|friend|again|to you|coalition))*";
    private static final Pattern HELLO = whole(
            "(?:hi+|hello+|hey+|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hallo|welcome)"
                    + ADDRESSED
                    + "(?:[ ,!.]+(?:how are you(?: doing)?(?: today)?|how is it going|what's up|whats up|nice to meet you))?");
    private static final Pattern HOW_ARE_YOU = whole(
            "(?:how are you(?: doing)?(?: today)?|how's it going|how do you do|what's up|whats up|sup|you there|are you there|anybody there|test|testing|ping)");
    private static final Pattern THANKS = whole(
            "(?:(?:ok|okay|great|perfect|cool|nice|good|awesome|wonderful|excellent|alright|all right|yes|got it|i see|wow|super)[ ,!.]*)*"
                    + "(?:thanks?|thank you|thx|ty|cheers|many thanks|much appreciated|appreciate it|merci|danke)?(?: (?:you|so much|very much|a lot|a bunch|again|for (?:the|your|that|this|all)[\\w ]*|that helps?|that was helpful))*"
                    + ADDRESSED);
    private static final Pattern BYE = whole(
            "(?:bye+|bye bye|goodbye|good bye|good night|see (?:you|ya)(?: later| soon| tomorrow)?|ciao|farewell|that's all|that is all)"
                    + ADDRESSED);
    private static final Pattern ABOUT_BOT = whole(
            "(?:(?:please )?help(?: me)?(?: please)?|who are you|what are you|what is this|what's this|what do you do|what can (?:you|this bot) do(?: for me)?"
                    + "|what can i (?:ask|do)(?: you)?(?: here)?|what (?:questions )?(?:can|should|may|could) i ask(?: you)?|how do(?:es)? (?:you|this|it) work|how can you help(?: me)?|can you help(?: me)?|i need help"
                    + "|are you (?:a |an )?(?:bot|robot|human|ai|real|person|chatgpt|machine|chatbot)(?: or .*)?|what(?: is|'s) your name|introduce yourself|what do you know|how do i use (?:this|you)|who (?:made|built|created) you)");

    @Override
    public String name() {
        return "small-talk";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        String text = inquiry.standalone().strip().replace('’', '\'');
        if (ABOUT_BOT.matcher(text).matches()) {
            return said(
                    Reason.GREETING,
                    "I answer questions from the documents I was given, in their own words, and show where each sentence stands."
                            + " What they do not say, I do not answer.");
        }
        if (HELLO.matcher(text).matches() || HOW_ARE_YOU.matcher(text).matches()) {
            return said(Reason.GREETING, "Hello! Ask me anything about the documents; I answer in their own words.");
        }
        if (BYE.matcher(text).matches()) {
            return said(Reason.THANKS, "Goodbye!");
        }
        return THANKS.matcher(text).matches()
                ? said(Reason.THANKS, "You are welcome. Ask on whenever you like.")
                : Optional.empty();
    }

    private static Optional<Refusal> said(Reason reason, String text) {
        return Optional.of(new Refusal(reason, text));
    }

    private static Pattern whole(String regex) {
        return Pattern.compile("\\W*" + regex + "[\\s!.,?:)(;\\p{So}-]*", Pattern.CASE_INSENSITIVE);
    }
}
