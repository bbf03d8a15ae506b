package coalition.evaluation;

import coalition.answer.Answer;

/**
 * A question that was asked, and what came of it.
 *
 * @param asked the question and what is right
 * @param answer what was answered
 * @param verdict what it is worth
 * @param rank place, from 1, of the first passage found that holds an accepted answer and lies in the right document; 0: none does
 * @param exact how many of the citations are, letter for letter, what their document says at their place
 * @param words whether the first marked words are an accepted answer; false where none are marked
 * @param f1 of these words, 0 where none are marked
 * @param millis from question to answer
 */
public record Trial(
        QuestionSet.Asked asked,
        Answer answer,
        Verdict verdict,
        int rank,
        int exact,
        boolean words,
        double f1,
        double millis) {}
