package org.dawnline.fsw.thermal;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.face.Face;
import org.dawnline.fsw.core.face.Unit;
import org.dawnline.hal.ThermalHal;

/** What the thermal manager measures and estimates, for telemetry. */
final class ThermalReport {
    private final ThermalHal loop;
    private final LoopSensors sensors;
    private final DieTemperatures dies;
    private final LoopObserver observer;
    private final LoopHealth health;
    private final Channel inlet;
    private final Channel outlet;
    private final Channel radiator;
    private final Channel radiatorMin;
    private final Channel flow;
    private final Channel area;
    private final Channel pumpsRunning;
    private final Channel bypass;
    private final Channel hottest;
    private final Channel estimatedDie;
    private final Channel estimatedCoolant;
    private final Channel estimatedRadiator;
    private final Channel panelHealth;
    private final Channel contactHealth;
    private final Channel missingHeat;

    ThermalReport(
            Face face,
            ThermalHal loop,
            LoopSensors sensors,
            DieTemperatures dies,
            LoopObserver observer,
            LoopHealth health) {
        this.loop = loop;
        this.sensors = sensors;
        this.dies = dies;
        this.observer = observer;
        this.health = health;
        inlet = face.channel("inletTempK", Unit.KELVIN, "coolant supplied to the rack");
        outlet = face.channel("outletTempK", Unit.KELVIN, "coolant leaving the rack");
        face.derived(
                "loopRiseK", Unit.KELVIN, "what the coolant gains in the rack", in -> in[1] - in[0], inlet, outlet);
        radiator = face.channel("radiatorTempK", Unit.KELVIN, "mean of the connected radiator wings");
        radiatorMin = face.channel("radiatorMinTempK", Unit.KELVIN, "coldest connected radiator wing");
        flow = face.channel("flowRatio", Unit.RATIO, "coolant flow by meters and pumps together");
        area = face.channel("radiatorRatio", Unit.RATIO, "share of the radiator that is connected");
        pumpsRunning = face.channel("pumpsRunning", Unit.COUNT, "pumps that turn");
        bypass = face.channel("bypassRatio", Unit.RATIO, "position of the bypass valve");
        hottest = face.channel("hottestGpuTempK", Unit.KELVIN, "hottest die that speaks for the loop");
        estimatedDie = face.channel("estimatedDieTempK", Unit.KELVIN, "mean of the dies by the observer");
        estimatedCoolant =
                face.channel("estimatedCoolantTempK", Unit.KELVIN, "mean coolant in the rack by the observer");
        estimatedRadiator =
                face.channel("estimatedRadiatorTempK", Unit.KELVIN, "mean of the connected panels by the observer");
        panelHealth = face.channel(
                "panelHealthRatio", Unit.RATIO, "what connected panels radiate, over what the profile promises");
        contactHealth = face.channel(
                "contactHealthRatio", Unit.RATIO, "what dies give to the coolant, over what the profile promises");
        missingHeat = face.channel("missingHeatW", Unit.WATT, "heat in the loop that its equations do not know");
    }

    void report() {
        inlet.set(sensors.inletK());
        outlet.set(sensors.outletK());
        radiator.set(sensors.radiatorMeanK());
        radiatorMin.set(sensors.radiatorMinK());
        flow.set(sensors.flowRatio());
        area.set(sensors.areaRatio());
        pumpsRunning.set(sensors.pumpsRunning());
        bypass.set(loop.bypassRatio());
        hottest.set(dies.hottestK());
        estimatedDie.set(observer.state().dieK);
        estimatedCoolant.set(observer.state().coolantK);
        estimatedRadiator.set(observer.state().radiatorK);
        panelHealth.set(health.panelRatio());
        contactHealth.set(health.contactRatio());
        missingHeat.set(health.missingW());
    }
}
