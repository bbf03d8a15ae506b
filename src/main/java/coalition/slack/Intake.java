package coalition.slack;

import coalition.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a question before Slack hears "ok", then hands it on. Safe for several threads. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final SlackLedger ledger;
    private final Desk desk;
    private final Waits waits;

    Intake(SlackLedger ledger, Desk desk, Waits waits) {
        this.ledger = ledger;
        this.desk = desk;
        this.waits = waits;
    }

    /**
     * Keeps it; does nothing where it is known already.
     *
     * @throws StorageException when it cannot be kept: Slack must not hear "ok", so that it sends it again; the asker is told
     */
    void accept(Inquiry inquiry) {
        boolean isNew;
        try {
            isNew = ledger.accept(inquiry);
        } catch (StorageException e) {
            LOG.error("cannot keep {}: {}", inquiry.id(), e.getMessage());
            waits.open(inquiry);
            waits.show(inquiry, Notices.notKept(Frame.of(inquiry, 0)));
            throw e;
        }
        if (isNew) {
            desk.take(inquiry);
        }
    }
}
