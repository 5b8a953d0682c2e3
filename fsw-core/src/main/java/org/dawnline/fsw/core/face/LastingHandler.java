package org.dawnline.fsw.core.face;

/** Ends a telecommand that was carried out when what it has changed is durable. */
final class LastingHandler implements RequestHandler {
    private final CommandHandler change;
    private final Saving saving;

    LastingHandler(CommandHandler change, Saving saving) {
        this.change = change;
        this.saving = saving;
    }

    @Override
    public boolean allows(double[] arguments) {
        return change.allows(arguments);
    }

    @Override
    public Outcome execute(double[] arguments, Request request) {
        Outcome outcome = change.execute(arguments, request);
        return outcome == Outcome.COMPLETED ? saving.save(request.ticket()) : outcome;
    }
}
