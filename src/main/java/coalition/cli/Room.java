package coalition.cli;

/** What every command is given: the terminal, and the bot once it is needed. */
final class Room {
    private final CoalitionCommand options;
    private final Terminal terminal;
    private final Bot.Source bots;

    Room(CoalitionCommand options, Terminal terminal, Bot.Source bots) {
        this.options = options;
        this.terminal = terminal;
        this.bots = bots;
    }

    Terminal terminal() {
        return terminal;
    }

    /** A bot for the folders of the command line; the caller closes it. */
    Bot bot() {
        return bots.open(options.folders(), terminal);
    }
}
