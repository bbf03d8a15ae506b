package coalition.answer;

import coalition.answer.AbstentionRule.Refusal;
import coalition.answer.Generator.Task;
import coalition.conversation.Conversations;
import coalition.conversation.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The route of one question, from the thread it was asked in to an answer that stands on its sources. Safe for several threads. */
public final class AnswerPipeline implements Answerer {
    private static final int REMEMBERED = 6;

    private final Conversations conversations;
    private final Rewriter rewriter;
    private final AbstentionRules rules;
    private final EvidenceSearch search;
    private final List<Generator> generators;
    private final Verifier verifier;
    private final Abstentions abstentions;
    private final Supplier<String> ids;

    /**
     * Joins the steps.
     *
     * @param generators asked in order until statements of one stand; at least one
     * @param ids makes the ids of answers, each unique over all time
     */
    public AnswerPipeline(
            Conversations conversations,
            Rewriter rewriter,
            AbstentionRules rules,
            EvidenceSearch search,
            List<Generator> generators,
            Verifier verifier,
            Abstentions abstentions,
            Supplier<String> ids) {
        this.conversations = conversations;
        this.rewriter = rewriter;
        this.rules = rules;
        this.search = search;
        this.generators = List.copyOf(generators);
        this.verifier = verifier;
        this.abstentions = abstentions;
        this.ids = ids;
    }

    @Override
    public Answer answer(Question question, Progress progress) {
        List<Turn> turns = conversations.recent(question.thread(), REMEMBERED);
        String standalone = rewriter.standalone(question.text(), turns);
        Answer answer = rules.onWords(Inquiry.before(standalone))
                .<Answer>map(hit -> abstained(question, hit, Inquiry.before(standalone), progress))
                .orElseGet(() -> understood(question, standalone, turns, progress));
        remember(answer);
        return answer;
    }

    /** Answers the question as understood, or as it may be understood else. */
    private Answer understood(Question question, String standalone, List<Turn> turns, Progress progress) {
        Answer answer = searched(question, standalone, turns, progress);
        Optional<String> other =
                answer instanceof Abstained ? rewriter.otherwise(question.text(), turns) : Optional.empty();
        return other.map(o -> searched(question, o, turns, progress))
                .filter(Grounded.class::isInstance)
                .orElse(answer);
    }

    private Answer searched(Question question, String standalone, List<Turn> turns, Progress progress) {
        Set<String> kept =
                turns.isEmpty() ? Set.of() : Set.copyOf(turns.getLast().chunks());
        List<Inquiry> inquiries = QuestionAnalysis.of(standalone).parts().stream()
                .map(part -> search.find(part, kept, question.scope()))
                .toList();
        Evidence evidence = Evidence.of(inquiries, rules);
        progress.found(evidence.passages());
        Optional<AbstentionRules.Hit> refusal = evidence.refusal();
        if (refusal.isPresent()) {
            return abstained(question, refusal.get(), evidence.first(), progress);
        }
        Task task = new Task(
                question,
                standalone,
                turns,
                evidence.passages(),
                evidence.readings(),
                evidence.confidence(),
                evidence.parts());
        return generated(task, evidence, progress);
    }

    private Answer generated(Task task, Evidence evidence, Progress progress) {
        for (Generator generator : generators) {
            Grounding told = new Grounding(verifier, task.passages());
            Draft draft = generator.generate(
                    task, sentence -> told.add(sentence).ifPresent(s -> progress.verified(s, told.citations())));
            Grounding grounding = told.afresh();
            draft.sentences().forEach(grounding::add);
            if (!grounding.statements().isEmpty()) {
                return grounded(task, draft, grounding, evidence);
            }
        }
        Refusal refusal = new Refusal(Reason.NOT_IN_SOURCES, "");
        return abstained(task.question(), new AbstentionRules.Hit("not-grounded", refusal), evidence.first(), progress);
    }

    private Grounded grounded(Task task, Draft draft, Grounding grounding, Evidence evidence) {
        List<String> notices = new ArrayList<>();
        if (!draft.notice().isEmpty()) {
            notices.add(draft.notice());
        }
        evidence.unanswered().forEach(part -> notices.add(abstentions.unanswered(part)));
        return new Grounded(
                ids.get(),
                task.question(),
                task.standalone(),
                draft.lead(),
                grounding.statements(),
                grounding.citations(),
                task.confidence(),
                draft.mode(),
                String.join(" ", notices));
    }

    private Abstained abstained(Question question, AbstentionRules.Hit hit, Inquiry inquiry, Progress progress) {
        progress.abstained(hit.rule());
        return abstentions.abstain(ids.get(), question, inquiry, hit);
    }

    private void remember(Answer answer) {
        if (answer instanceof Abstained abstained && !abstained.reason().aboutSources()) {
            return;
        }
        List<String> chunks = answer.citations().stream()
                .filter(c -> !c.closest())
                .map(Citation::chunk)
                .distinct()
                .toList();
        Question asked = answer.question();
        conversations.append(
                asked.thread(), new Turn(asked.text(), answer.standalone(), answer.text(), chunks, asked.at()));
    }
}
