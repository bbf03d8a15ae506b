package coalition.answer;

/** Who wrote an answer's text. */
public enum Mode {
    /** Quoted from the sources, with lead-ins from templates. */
    TEMPLATE,
    /** Written by a language model, each sentence checked against the sources. */
    LLM
}
