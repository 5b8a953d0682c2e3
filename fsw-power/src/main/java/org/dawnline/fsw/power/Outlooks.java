package org.dawnline.fsw.power;

import org.dawnline.fsw.core.face.Channel;
import org.dawnline.fsw.core.orbit.OrbitForecast;
import org.dawnline.fsw.core.plan.HeatOutlook;
import org.dawnline.fsw.core.plan.SunOutlook;
import org.dawnline.fsw.core.plan.WorkOutlook;

/**
 * All that the arbiter may see beside power.
 *
 * @param orbit the orbit now
 * @param forecasts number of orbit forecasts made since start
 * @param sun Sun and contacts over the next orbits
 * @param heat the loop led forward by a plan
 * @param heatGrantW rack input that the loop takes now, in W
 * @param warmthWanted whether coolant or panels are so cold that the rack should give what warmth it can
 * @param loopW rack input that the loop carries for ever, in W
 * @param work what the jobs could do with power
 */
public record Outlooks(
        OrbitForecast orbit,
        Channel forecasts,
        SunOutlook sun,
        HeatOutlook heat,
        Channel heatGrantW,
        Channel warmthWanted,
        Channel loopW,
        WorkOutlook work) {}
