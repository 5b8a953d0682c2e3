package org.dawnline.fsw.core.face;

/** A handler that needs more than the arguments: the data, the ticket of a long execution, or a way to answer. */
@FunctionalInterface
public interface RequestHandler {
    /** Executes a telecommand whose arguments have been checked; see {@link CommandHandler#execute(double[], Request)}. */
    Outcome execute(double[] arguments, Request request);

    /** Whether the arguments fit together; see {@link CommandHandler#allows(double[])}. */
    default boolean allows(double[] arguments) {
        return true;
    }

    /** The same as what a declaration holds. */
    default CommandHandler handler() {
        return new CommandHandler() {
            @Override
            public Outcome execute(double[] arguments) {
                throw new IllegalStateException("a request handler needs a request");
            }

            @Override
            public Outcome execute(double[] arguments, Request request) {
                return RequestHandler.this.execute(arguments, request);
            }

            @Override
            public boolean allows(double[] arguments) {
                return RequestHandler.this.allows(arguments);
            }
        };
    }
}
