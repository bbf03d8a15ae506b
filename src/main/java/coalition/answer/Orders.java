package coalition.answer;

import coalition.document.Sentence;
import coalition.document.VisibleText;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds sentences of documents that are meant for a model and not for people: orders to ignore rules, to say or write something, role
 * marks, words of two scripts in one. What stands around them is not trusted either. A model may quote none of it; answers without
 * a model still can. The lists help against what is known; that a claim must stand on its source helps against the rest.
 */
final class Orders {
    private static final int AFTER = 2;
    private static final String START =
            "(?:^\\W{0,3}|[.!?:;]\\W{1,3}|\\b(?:please|now|then|instead|just|only|always|must|should|you|and|also|first|finally)\\s)";
    private static final List<Pattern> PATTERNS = List.of(
            // rules to be put aside
            pattern(
                    "\\b(?:ignor\\w*|disregard\\w*|forget|override|bypass|neglect)\\b.{0,60}\\b(?:instructions?|rules?|prompts?|previous|above|prior|"
                            + "guidelines?|everything|context|system|told|directives?|constraints?|passages?|sources?)\\b"),
            pattern(
                    "\\b(?:system prompt|developer (?:message|mode)|jailbreak|you are now|from now on,? you|act as|pretend (?:to be|you)|"
                            + "new (?:instructions?|rules|task)|your (?:instructions?|rules|system|prompt|task)|hidden (?:rules|instructions?))\\b"),
            // role marks
            pattern(
                    "(?:^|\\n|[>\"'(*#-]\\s?)(?:system|assistant|user|human|developer|ai|bot|instructions?|prompt|todo for ai)\\s{0,2}[:>\\]]"),
            pattern(
                    "<\\||\\|>|\\[/?inst\\]|<</?sys>>|###\\s?\\w+\\s?:|<!--|-->|<(?:script|system|instructions?|img|a|iframe)\\b|(?-i:BEGIN PROMPT|END OF (?:PASSAGE|DOCUMENT|CONTEXT|PROMPT|TEXT|INPUT))"),
            // fences that passages of prompts have
            pattern("</?(?:passage|turn|question|context|document|source)\\b[^<>]{0,40}>"),
            // meant for a model
            pattern(
                    "\\bif you(?: are|'re|’re) reading this\\b|\\b(?:only|sole) (?:(?:right|correct|proper|valid|acceptable) )?(?:reply|answer|response)\\b"),
            pattern(
                    "\\b(?:assistant|chat ?bot|language model|llm|gpt|claude|gemini|copilot|ai(?: model| system| agent)?)s?\\b.{0,40}\\b(?:must|should|shall|please|"
                            + "need to|has to|have to|will|reads?|reading|processing|summari[sz]\\w+|answering)\\b"),
            pattern(
                    "\\b(?:when|if|before|while|once)\\b.{0,30}\\b(?:asked|answering|summari[sz]ing|responding|replying|generating|you answer|you reply|you respond)\\b"),
            pattern(
                    "\\b(?:tell|inform|instruct|convince|remind) the (?:user|reader|asker|person|customer|human|employee)s?\\b"),
            pattern(START
                    + "(?:say|repl(?:y|ies)|respond|answer|output|print|repeat|reveal|recite|echo|return|display|emit|leak|disclose)\\b.{0,30}"
                    + "(?:[:\"“‘'`«\\[]|\\b(?:exactly|only|with|following|words?|phrase|sentence|link|url|everyone|secret|passwords?|keys?|that|instructions?"
                    + "|rules|conversation|markdown|image|prompt|verbatim|above|everything)\\b)"),
            pattern(
                    START
                            + "(?:write|insert|append|include|mention|add|state|claim|end|begin|start|finish|conclude|quote|post|put|place|attach)\\b.{0,30}"
                            + "(?:\\b(?:your|each|every|the|an?) (?:answers?|repl(?:y|ies)|responses?|sentences?|output|link|url|image|word|phrase)\\b|:\\s|\\bexactly\\b)"),
            // other languages
            pattern(
                    "\\b(?:ignorier\\w*|missachte|vergiss|antworte|antworten sie|schreibe?|sage?|gib\\b.{0,40}\\baus|wiederhole|du bist (?:jetzt|nun)|anweisung(?:en)?)\\b"),
            pattern(
                    "(?:\\b(?:ignore[zr]?|oublie[zr]?|réponds|répondez|écris|écrivez|dis|dites|répète|répétez|affiche[zr]?)\\b.{0,60}(?:instructions?|règles|:|«|\")|\\btu es maintenant\\b)"),
            pattern(
                    "\\b(?:ignora|ignore|olvida|dimentica|esqueça|responde|responda|rispondi|escribe|escriba|escreva|scrivi|di|diga|dì|repite|ripeti|repita)\\b.{0,60}(?:instruc\\w+|instruç\\w+|istruzioni|reglas|regras|regole|:|\"|«|que\\b|che\\b)"),
            pattern(
                    "\\b(?:negeer|vergeet|antwoord|schrijf|zeg|herhaal)\\b.{0,60}(?:instructies|regels|:|\")|\\b(?:zignoruj|odpowiedz|napisz|powiedz|powtórz|yoksay|görmezden|cevapla|yanıtla|söyle|talimat\\w*|ignorera|svara|skriv|säg)\\b"),
            pattern(
                    "игнорируй|игнорируйте|забудь|ответь|ответьте|напиши|напишите|скажи|скажите|повтори|инструкци|ігноруй|ігноруйте"),
            pattern("忽略|无视|無視|回答[:：「“]|请(?:回答|说|输出|写)|請(?:回答|說|輸出|寫)|输出|輸出|指令|指示|出力|答えて|言って|書いて|무시|대답|출력|말하|지시|명령"),
            pattern(
                    "تجاهل|تجاهلوا|اكتب|قل\\s|أجب|التعليمات|अनदेखा|लिखो|लिखें|कहो|कहें|निर्देश|התעלם|כתוב|αγνόησε|γράψε|απάντησε"));
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Recent<Boolean> KNOWN = new Recent<>(1000);

    private Orders() {}

    private static Pattern pattern(String regex) {
        return Pattern.compile(
                regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Places in the list of the sentences that are orders, or stand just before or after one. */
    static Set<Integer> around(List<Sentence> sentences) {
        Set<Integer> around = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (in(sentences.get(i).text())) {
                for (int j = Math.max(0, i - 1); j <= Math.min(sentences.size() - 1, i + AFTER); j++) {
                    around.add(j);
                }
            }
        }
        return around;
    }

    /** Whether the text holds an order to a model. */
    static boolean in(String text) {
        return KNOWN.of(text, Orders::order);
    }

    private static boolean order(String text) {
        String visible = VisibleText.strip(text);
        String cut = visible.length() > 2000 ? visible.substring(0, 2000) : visible;
        return PATTERNS.stream().anyMatch(p -> p.matcher(cut).find()) || mixed(cut);
    }

    /** Whether a word mixes Latin with Greek or Cyrillic letters, as disguised words do. */
    private static boolean mixed(String text) {
        return WORD.matcher(text).results().anyMatch(word -> {
            Set<Character.UnicodeScript> scripts = new HashSet<>();
            word.group().toLowerCase(Locale.ROOT).codePoints().forEach(c -> scripts.add(Character.UnicodeScript.of(c)));
            return scripts.contains(Character.UnicodeScript.LATIN)
                    && (scripts.contains(Character.UnicodeScript.CYRILLIC)
                            || scripts.contains(Character.UnicodeScript.GREEK));
        });
    }
}
