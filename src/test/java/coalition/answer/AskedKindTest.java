package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedKindTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            Who founded the harbour?                                | WHO
            what is arnica used for                                 | FACT
            what is arnica                                          | DEFINITION
            Who was it that discovered penicillin?                  | WHO
            By whom was the lighthouse built?                       | WHO
            Which company runs the ferry?                           | WHO
            What is the name of the author of the manual?           | WHO
            Whose idea was the bridge?                              | WHO
            The first woman to cross the channel was whom?          | WHO
            whp wrote the manual                                    | WHO
            Can you tell me who chairs the committee?               | WHO
            When was the pier closed?                               | WHEN
            In what year did the war begin?                         | WHEN
            What date does the contract end?                        | WHEN
            On which day is rent due?                               | WHEN
            wehn did it open                                        | WHEN
            What is the deadline for requests?                      | WHEN
            Since when has the firm been public?                    | WHEN
            Where is the machine repaired?                          | WHERE
            In which city was she born?                             | WHERE
            What country did they move to?                          | WHERE
            How many days of leave do I get?                        | HOW_MANY
            how much does the repair cost                           | HOW_MANY
            What percentage of voters agreed?                       | HOW_MANY
            How tall is the lighthouse?                             | HOW_MANY
            What is the population of Ghent?                        | HOW_MANY
            How long does descaling take?                           | HOW_MANY
            Why did the committee close the pier?                   | WHY
            What was the reason for the recall?                     | WHY
            What caused the outage?                                 | WHY
            how come nobody answered                                | WHY
            whyy is the lamp red                                    | WHY
            How do I clean the milk system?                         | HOW
            How was the stone cut?                                  | HOW
            What is a dredger?                                      | DEFINITION
            Who is Maria Lund?                                      | DEFINITION
            whats photosynthesis                                    | DEFINITION
            What does GDPR stand for?                               | DEFINITION
            define scale                                            | DEFINITION
            Is the pier open?                                       | YES_NO
            Did Ines Calder resign?                                 | YES_NO
            Doesn't the guarantee cover hard water?                 | YES_NO
            Can contractors take parental leave?                    | YES_NO
            List the members of the committee                       | LIST
            Which brands does the shop sell?                        | LIST
            What are the requirements for a visa?                   | LIST
            What are the side effects?                              | LIST
            Who are the members of the board?                       | LIST
            What did Priya Nair say about the pier?                 | QUOTE
            What does the bulletin say about pumps?                 | QUOTE
            What was Greenpeace's reaction?                         | QUOTE
            How did the minister describe the talks?                | QUOTE
            What is the difference between sick and annual leave?   | COMPARE
            How does the 300 differ from the 200?                   | COMPARE
            tea vs coffee                                           | COMPARE
            What material is the pump made of?                      | FACT
            Which lamp blinks?                                      | FACT
            What replaced the old law?                              | FACT
            tell me about the lighthouse                            | TOPIC
            parental leave policy                                   | TOPIC
            What happened to the south pier?                        | TOPIC
            What do the documents say about remote work?            | TOPIC
            """)
    void knowsWhatIsAskedFor(String question, Asked asked) {
        assertThat(QuestionAnalysis.of(question).asked()).isEqualTo(asked);
    }
}
