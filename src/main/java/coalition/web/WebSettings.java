package coalition.web;

/**
 * The local page.
 *
 * @param on whether {@code serve} offers it
 * @param port on the loopback address; 0 for any free one
 */
public record WebSettings(boolean on, int port) {
    public WebSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("the port is " + port + ", not 0 to 65535");
        }
    }
}
