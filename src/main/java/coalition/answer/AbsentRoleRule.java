package coalition.answer;

import coalition.document.Chunk;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a question for the holder of an office that the passage to be shown does not speak of: "Who is the treasurer?" */
final class AbsentRoleRule implements AbstentionRule {
    private static final Pattern ASKED = Pattern.compile(
            "^who(?:'s| is| was| are| were| became| has been) (?:currently |now )?(?:the|an?|its|their|his|her|our)?\\s*((?:\\p{L}+[ -]){0,3}?)(\\p{L}+)(?: (?:of|at|for|in|from|to|on|behind)\\b.*)?\\s*\\?*$",
            Pattern.CASE_INSENSITIVE);
    private static final List<Set<String>> OFFICES = List.of(
            Lexicon.words("ceo chief executive"),
            Lexicon.words("cfo chief financial finance"),
            Lexicon.words("cto chief technology technical"),
            Lexicon.words("president presidency presided"),
            Lexicon.words("chairman chair chairs chaired chairwoman chairperson chairmanship"),
            Lexicon.words("treasurer treasury"),
            Lexicon.words("director directs directed head heads"),
            Lexicon.words("secretary"),
            Lexicon.words("mayor"),
            Lexicon.words("minister ministry premier"),
            Lexicon.words("king monarch reign crowned"),
            Lexicon.words("queen monarch reign crowned"),
            Lexicon.words("emperor reign crowned"),
            Lexicon.words("manager manages managed"),
            Lexicon.words("spokesman spokeswoman spokesperson"),
            Lexicon.words("counsel lawyer attorney"),
            Lexicon.words("editor edits edited"),
            Lexicon.words("owner owns owned"),
            Lexicon.words("coach coached trainer"),
            Lexicon.words("captain"),
            Lexicon.words("professor"),
            Lexicon.words("architect designed designer"),
            Lexicon.words("engineer"),
            Lexicon.words("accountant accounting"),
            Lexicon.words("governor"),
            Lexicon.words("senator"),
            Lexicon.words("ambassador"),
            Lexicon.words("bishop"),
            Lexicon.words("wife married spouse widow"),
            Lexicon.words("husband married spouse widower"),
            Lexicon.words("father son daughter"),
            Lexicon.words("mother son daughter"),
            Lexicon.words("successor succeeded replaced"),
            Lexicon.words("predecessor succeeded replaced"));

    @Override
    public String name() {
        return "absent-role";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        Matcher asked = ASKED.matcher(inquiry.analysis().text());
        if (!asked.matches() || inquiry.chosen().isEmpty()) {
            return Optional.empty();
        }
        String head = asked.group(2).toLowerCase(java.util.Locale.ROOT);
        Chunk chunk = inquiry.chosen().getFirst().run().chunk();
        List<String> there = Token.all(chunk.heading() + " " + chunk.text()).stream()
                .map(Token::lower)
                .toList();
        return OFFICES.stream()
                .filter(office -> office.contains(head))
                .filter(office -> there.stream().noneMatch(office::contains))
                .findFirst()
                .map(office -> new Refusal(Reason.NOT_IN_SOURCES, ""));
    }
}
