package coalition.answer;

import java.util.List;

/**
 * What a question asks for, read off its words alone.
 *
 * @param text the question without politeness and with question words spelt right; else as it was asked
 * @param asked the kind of answer
 * @param keywords its content words, lower case, in order; empty for a question of small words only
 * @param names the proper names in it; without capitals they are known only from what is found ({@link QuestionNames})
 * @param subject who or what does the asked thing: "Kors" in "Why did Kors leave?"; empty where the word order does not tell
 * @param action the main verb as it is written, lower case: "leave"; empty where the word order does not tell
 * @param parts the single questions, at least one; more where several things are asked together
 */
public record QuestionAnalysis(
        String text,
        Asked asked,
        List<String> keywords,
        List<Name> names,
        String subject,
        String action,
        List<String> parts) {
    public QuestionAnalysis {
        keywords = List.copyOf(keywords);
        names = List.copyOf(names);
        parts = List.copyOf(parts);
    }

    /** The same question, asking for another kind of answer. */
    QuestionAnalysis asking(Asked kind) {
        return new QuestionAnalysis(text, kind, keywords, names, subject, action, parts);
    }

    /** The same question, with these for its proper names. */
    QuestionAnalysis naming(List<Name> found) {
        return new QuestionAnalysis(text, asked, keywords, found, subject, action, parts);
    }

    /** Reads a standalone question or keywords. */
    public static QuestionAnalysis of(String question) {
        String text = PlainQuestion.of(question);
        List<Token> tokens = Token.all(text);
        Clause clause = Clause.of(tokens);
        List<String> parts = QuestionParts.of(text);
        return new QuestionAnalysis(
                text,
                AskedKind.of(parts.size() == 1 ? text : parts.getFirst()),
                tokens.stream()
                        .filter(Lexicon::content)
                        .map(Token::lower)
                        .distinct()
                        .toList(),
                Names.in(text),
                clause.subject(text),
                clause.action(),
                parts);
    }
}
