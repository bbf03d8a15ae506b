package coalition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan of the house (docs/decisions) as a test: who may import whom. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/fast/test/"))
            .importPackages("coalition");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            document     |
            storage      |
            vectorstore  |
            model        |
            retrieval    | document model vectorstore
            ingest       | document model retrieval storage
            conversation | storage
            answer       | document model retrieval conversation storage
            summary      | document model retrieval answer
            feedback     | document answer storage
            evaluation   | document retrieval conversation answer
            slack        | document retrieval conversation answer summary feedback storage
            web          | document retrieval conversation answer summary feedback
            cli          | document retrieval conversation answer summary feedback evaluation ingest
            """)
    void importsOnlyWhatThePlanAllows(String room, String allowed) {
        String[] packages = ("java javax org com dev info io ch ai picocli kotlin okhttp3 coalition." + room
                        + (allowed == null
                                ? ""
                                : " coalition." + allowed.strip().replace(" ", " coalition.")))
                .split(" ");
        String[] patterns = new String[packages.length];
        for (int i = 0; i < packages.length; i++) {
            patterns[i] = packages[i].startsWith("coalition") ? packages[i] : packages[i] + "..";
        }
        patterns = append(patterns, "");
        classes()
                .that()
                .resideInAPackage("coalition." + room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(patterns)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "ai.onnxruntime.., coalition.model",
        "org.apache.lucene.., coalition.vectorstore",
        "com.slack.api.., coalition.slack",
        "picocli.., coalition.cli",
        "org.h2.., coalition.storage",
    })
    void keepsALibraryInItsRoom(String library, String room) {
        noClasses()
                .that()
                .resideOutsideOfPackages(room, "coalition", "coalition.vectorstore", "coalition.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static String[] append(String[] patterns, String last) {
        String[] all = java.util.Arrays.copyOf(patterns, patterns.length + 1);
        all[patterns.length] = last;
        return all;
    }
}
