package org.dawnline.fsw.core.face;

/** A handler that needs more than the arguments: the data, the ticket of a long execution, or a way to answer. */
@FunctionalInterface
public interface RequestHandler extends CommandHandler {
    @Override
    Outcome execute(double[] arguments, Request request);

    /** Never called: whoever dispatches has a request. */
    @Override
    default Outcome execute(double[] arguments) {
        throw new IllegalStateException("a request handler needs a request");
    }
}
