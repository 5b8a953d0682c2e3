package org.dawnline.tools.sim.campaign;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.fsw.core.face.Channel;
import org.dawnline.tools.sim.run.Breach;
import org.dawnline.tools.sim.run.Flight;
import org.dawnline.tools.sim.run.FlightEvent;
import org.dawnline.tools.sim.run.FlightListener;

/** Holds flight software to its own promise: whoever asks for SAFE gets it within two cycles. */
final class SafeModeWatch implements FlightListener {
    private static final String CHANNEL = "mode.current";
    private static final String SAFE = "SAFE";
    private static final String REQUESTED = "mode.SAFE_REQUESTED";
    private static final String CHANGED = "mode.CHANGED";
    private static final double PATIENCE_S = 1;

    private final Flight flight;
    private final List<Breach> breaches = new ArrayList<>();
    private double requestedS = Double.NaN;
    private boolean entered;

    SafeModeWatch(Flight flight) {
        this.flight = flight;
    }

    @Override
    public void event(FlightEvent event) {
        double nowS = flight.world().state().timeS();
        if (event.name().equals(REQUESTED) && Double.isNaN(requestedS)) {
            requestedS = nowS;
        }
        if (event.name().equals(CHANGED) && safe()) {
            close(nowS);
            entered = true;
        }
    }

    private boolean safe() {
        Channel mode = flight.spacecraft().executive().dictionary().channel(CHANNEL);
        return mode.states().indexOf(SAFE) == mode.value();
    }

    private void close(double nowS) {
        if (nowS - requestedS > PATIENCE_S) {
            breaches.add(new Breach(FailureKind.SAFE_MODE_MISSED, 0, requestedS, nowS, nowS - requestedS, PATIENCE_S));
        }
        requestedS = Double.NaN;
    }

    /** Whether it was in SAFE at any time. */
    boolean entered() {
        return entered;
    }

    /** Requests that were not obeyed in time; after the flight. */
    List<Breach> breaches() {
        double nowS = flight.world().state().timeS();
        if (nowS - requestedS > PATIENCE_S) {
            close(nowS);
        }
        return List.copyOf(breaches);
    }
}
