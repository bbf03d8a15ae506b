package coalition.answer;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Ids of answers that people can read out: ten letters and digits without lookalikes, 50 random bits. Safe for several threads. */
public final class RandomIds implements Supplier<String> {
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz123456789";
    private static final int LENGTH = 10;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return id.toString();
    }
}
