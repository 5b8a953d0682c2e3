package org.dawnline.app;

import java.util.List;
import org.dawnline.fsw.compute.ComputeManager;
import org.dawnline.fsw.compute.ComputeReflex;
import org.dawnline.fsw.compute.RackGrants;
import org.dawnline.fsw.compute.Workload;
import org.dawnline.fsw.core.exec.Component;
import org.dawnline.fsw.core.exec.Worker;
import org.dawnline.fsw.core.face.Registrar;
import org.dawnline.fsw.core.mode.ModeManager;
import org.dawnline.fsw.core.orbit.FlightDynamics;
import org.dawnline.fsw.power.Arbiter;
import org.dawnline.fsw.power.Outlooks;
import org.dawnline.fsw.power.PowerManager;
import org.dawnline.fsw.power.PowerReflex;
import org.dawnline.fsw.thermal.ThermalManager;
import org.dawnline.fsw.thermal.ThermalReflex;
import org.dawnline.hal.Hal;
import org.dawnline.hal.VehicleProfile;

/**
 * The rack and what cools it: the arbiter grants watts by one plan over power, heat and work; reflexes are ceilings that need no
 * plan.
 */
final class Payload {
    private final Arbiter arbiter;
    private final List<Component> regulation;
    private final List<Component> reflexes;

    Payload(
            Registrar r,
            Hal hal,
            VehicleProfile vehicle,
            Worker worker,
            ModeManager modes,
            FlightDynamics orbit,
            PowerManager power,
            PowerReflex powerReflex) {
        ThermalManager thermal =
                new ThermalManager(r.component("thermal"), hal.thermal(), hal.compute(), vehicle, modes);
        Workload workload = new Workload(r.component("workload"), hal.compute(), vehicle, modes);
        arbiter = new Arbiter(
                r.component("arbiter"),
                vehicle,
                worker,
                power,
                outlooks(orbit, thermal, workload),
                hal.compute(),
                modes);
        ComputeManager compute = new ComputeManager(
                r.component("compute"),
                hal.compute(),
                vehicle,
                modes,
                workload,
                RackGrants.of(arbiter.grantW(), thermal.heatGrantW(), thermal.warmthWanted())
                        .planned(arbiter.heatFloorW(), arbiter.comingW()));
        ThermalReflex thermalReflex = new ThermalReflex(
                r.component("thermalReflex"), hal.thermal(), hal.compute(), vehicle, thermal.capabilityW());
        ComputeReflex computeReflex = new ComputeReflex(
                r.component("computeReflex"),
                hal.compute(),
                vehicle,
                compute,
                powerReflex.ceilingW(),
                thermalReflex.ceilingW());
        regulation = List.of(thermal, arbiter, compute);
        reflexes = List.of(workload, thermalReflex, computeReflex);
    }

    private static Outlooks outlooks(FlightDynamics orbit, ThermalManager thermal, Workload workload) {
        return new Outlooks(
                orbit.forecast(),
                orbit.forecasts(),
                orbit.sunOutlook(),
                thermal.outlook(),
                thermal.heatGrantW(),
                thermal.warmthWanted(),
                thermal.capabilityW(),
                workload);
    }

    /** What the satellite can do without: in SAFE nothing is planned. */
    Component planner() {
        return arbiter;
    }

    /** Members of the regulation, in the order of their steps. */
    List<Component> regulation() {
        return regulation;
    }

    /** Members of the reflexes, in the order of their steps. */
    List<Component> reflexes() {
        return reflexes;
    }
}
