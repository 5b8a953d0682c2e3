package org.dawnline.sim;

import java.util.ArrayList;
import java.util.List;
import org.dawnline.hal.VehicleProfile;
import org.dawnline.sim.compute.Rack;
import org.dawnline.sim.links.MessagePath;
import org.dawnline.sim.links.Terminals;
import org.dawnline.sim.orbit.ArrayAgeing;
import org.dawnline.sim.orbit.Ballistics;
import org.dawnline.sim.orbit.Environment;
import org.dawnline.sim.orbit.Gravity;
import org.dawnline.sim.orbit.GroundStation;
import org.dawnline.sim.orbit.OrbitSpec;
import org.dawnline.sim.orbit.Sky;
import org.dawnline.sim.power.PlantStart;
import org.dawnline.sim.power.PowerPlant;
import org.dawnline.sim.random.Delays;
import org.dawnline.sim.random.RandomStream;
import org.dawnline.sim.thermal.CoolantLoop;

/** The models of one world, so that those who look at all of them need one name. */
final class Models {
    /** A rack runs at five sixths of what it sustains where nobody says how it ran before the start. */
    private static final double STEADY_SHARE = 5.0 / 6.0;

    private static final double MAX_W = 1e8;
    private static final double MAX_K = 1e3;

    final Sky sky;
    final PowerPlant plant;
    final Rack rack;
    final CoolantLoop loop;
    final PanelLight panelLight;
    final SkyView view;
    final List<String> siteNames;
    final Terminals terminals;
    final MessagePath messages;
    final SensorSuite sensors;
    final GpuPoll poll;
    final SensorDesk desk;

    Models(VehicleProfile truth, WorldOptions options) {
        long seed = options.seed();
        List<GroundStation> stations = options.stationsOr(truth);
        List<GroundStation> sites = GroundStation.opticalSites(truth);
        List<GroundStation> watched = new ArrayList<>(stations);
        if (Terminals.groundLasers(truth) > 0) {
            watched.addAll(sites); // nobody else looks at them, and each costs a step a root
        }
        sky = new Sky(
                orbit(truth, options), options.epoch(), watched, options.fixedFluxWPerM2(), Environment.of(truth));
        view = new SkyView(sky, stations.size());
        siteNames = sites.stream().map(GroundStation::name).toList();
        plant = new PowerPlant(
                truth,
                new PlantStart(
                        options.socRatio(),
                        options.batteryTempK(),
                        options.missionYears(),
                        new ArrayAgeing(truth, sky.radiusM() - Gravity.EARTH_RADIUS_M)
                                .leftRatio(options.missionYears()),
                        seed));
        rack = new Rack(truth, seed);
        rack.draw(new Delays(new RandomStream(seed, "rack delays"), options.delaySpreadRatio()));
        loop = new CoolantLoop(truth, rack.gpuCount());
        loop.plumbing().draw(new Delays(new RandomStream(seed, "pump delays"), options.delaySpreadRatio()));
        panelLight = new PanelLight(sky, loop);
        if (Double.isNaN(options.dieTempK())) {
            loop.settle(options.steadyRackWOr(STEADY_SHARE * truth.numberOr(0.0, "rack.sustainedW", 0.0, MAX_W)));
        } else {
            if (options.radiatorTempK() < truth.numberOr(0.0, "thermal.minCoolantTempK", 0.0, MAX_K)) {
                loop.plumbing().parkValve(1.0); // or such panels would have frozen the coolant before
            }
            loop.setTempsK(options.dieTempK(), options.coolantTempK(), options.radiatorTempK());
        }
        terminals = new Terminals(truth, seed, sites.size(), view, options.laserTracking(), options.radioOn());
        messages = new MessagePath(terminals, seed);
        sensors = new SensorSuite(truth, plant, loop.network().names(), seed, options.sensorErrors());
        poll = new GpuPoll(truth, rack.gpuCount(), seed, options.sensorErrors());
        desk = new SensorDesk(List.of(sensors.bank(), poll.bank()));
    }

    /** Lets Sun and Earth shine on the array; it looks at the Sun from a side of the Earth, so each face sees the Earth alike. */
    void shineOnArray() {
        plant.array().glow(sky.uprightEarthIrWPerM2(), sky.uprightAlbedoWPerM2());
        plant.shine(sky.fluxWPerM2(), sky.illuminationRatio());
    }

    /** The vehicle's body matters only where its orbit is integrated, so other vehicles need not say how heavy they are. */
    private static OrbitSpec orbit(VehicleProfile truth, WorldOptions options) {
        OrbitSpec orbit = options.orbit();
        return orbit.model() == OrbitSpec.Model.NUMERICAL ? orbit.withBallistics(Ballistics.of(truth)) : orbit;
    }
}
