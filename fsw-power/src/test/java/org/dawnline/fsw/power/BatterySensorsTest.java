package org.dawnline.fsw.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.dawnline.hal.PowerHal.Meter;
import org.dawnline.tools.testkit.FakePower;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four strings at 400 V that give 10 A each, two shunts a string: 16 kW, as meter, array and bus say too. */
@Tag("PWR-060")
class BatterySensorsTest {
    private final FakePower eps = new FakePower(4, 2);
    private final BatterySensors sensors = new BatterySensors(eps, PowerBench.ai1());

    @BeforeEach
    void balanced() {
        for (double[] shunts : eps.stringCurrentA) {
            Arrays.fill(shunts, 10);
        }
        eps.batteryPowerW = 16_000;
        eps.arrayPowerW = 84_000;
        eps.busLoadW = 100_000;
        read(3);
    }

    private void read(int seconds) {
        for (int second = 0; second < seconds; second++) {
            sensors.read(0, 1);
        }
    }

    @Test
    void allThatIsReadIsTold() {
        eps.stringVoltageV[1] = 402;
        eps.stringCurrentA[2][0] = 11;
        eps.stringCurrentA[2][1] = 11;
        read(1);
        assertThat(sensors.powerW()).isEqualTo(16_000);
        assertThat(sensors.currentA(2)).isEqualTo(11);
        assertThat(sensors.currentA(3)).isEqualTo(10);
        assertThat(sensors.voltageV(1)).isEqualTo(402);
        assertThat(sensors.voltageV()).isEqualTo(400);
        assertThat(sensors.shuntPowerW()).isCloseTo(400 * 10 + 402 * 10 + 400 * 11 + 400 * 10, within(1e-6));
        assertThat(sensors.tempK()).isEqualTo(288.15);
    }

    @Test
    void aStringThatIsOpenGivesNothingAndHasNoLowVoltage() {
        eps.stringConnected[3] = false;
        eps.stringVoltageV[3] = 300;
        eps.stringVoltageV[2] = 390;
        read(1);
        assertThat(sensors.shuntPowerW()).isCloseTo(11_900, within(1e-6));
        assertThat(sensors.lowestVoltageV()).isEqualTo(390);
        Arrays.fill(eps.stringConnected, false);
        read(1);
        assertThat(sensors.lowestVoltageV()).isInfinite();
        assertThat(sensors.shuntPowerW()).isZero();
        assertThat(sensors.voltageV()).isNaN();
    }

    @Test
    @Tag("PWR-061")
    void aVoltmeterThatIsWildIsReplacedByTheOthers() {
        eps.stringVoltageV[0] = 250;
        eps.stringVoltageV[1] = 398;
        read(1);
        assertThat(sensors.voltageV(0)).as("the middle of all").isBetween(398.0, 400.0);
        assertThat(sensors.lowestVoltageV()).isEqualTo(398);
    }

    @Test
    @Tag("PWR-061")
    void aMeterThatIsAloneAgainstTwoWitnessesIsWrong() {
        eps.batteryPowerW = 40_000;
        read(1);
        assertThat(sensors.powerW()).isEqualTo(16_000);
        eps.batteryPowerW = 16_000;
        eps.busLoadW = 130_000;
        read(1);
        assertThat(sensors.powerW())
                .as("and so is the balance of array and bus")
                .isEqualTo(16_000);
    }

    @Test
    @Tag("PWR-061")
    void oneAgainstOneTheMeterIsBelieved() {
        eps.age(Meter.BUS_LOAD, 0, 1.1);
        eps.batteryPowerW = 40_000;
        read(1);
        assertThat(sensors.powerW()).isEqualTo(40_000);
        balanced();
        eps.age(Meter.BUS_LOAD, 0, 1);
        eps.age(Meter.ARRAY_POWER, 0, 1.1);
        eps.batteryPowerW = 40_000;
        read(1);
        assertThat(sensors.powerW()).isEqualTo(40_000);
        eps.age(Meter.ARRAY_POWER, 0, 1);
        read(1);
        assertThat(sensors.powerW()).as("a second is fresh").isEqualTo(16_000);
    }

    @Test
    void aMeterThatIsSilentIsReplacedByShuntsAndBalance() {
        eps.batteryPowerW = Double.NaN;
        eps.busLoadW = 100_400;
        read(1);
        assertThat(sensors.powerW()).as("the mean of both").isCloseTo(16_200, within(1e-6));
        eps.age(Meter.ARRAY_POWER, 0, 5);
        read(1);
        assertThat(sensors.powerW()).as("one of them").isCloseTo(16_000, within(1e-6));
    }

    @Test
    void aShuntThatIsSilentIsReplacedByItsTwin() {
        eps.stringCurrentA[1][0] = Double.NaN;
        read(1);
        assertThat(sensors.currentA(1)).isEqualTo(10);
        assertThat(sensors.shuntPowerW()).isCloseTo(16_000, within(1e-6));
    }

    @Test
    void aStringWithoutShuntsGivesWhatTheMeterHasBeyondTheOthers() {
        Arrays.fill(eps.stringCurrentA[1], Double.NaN);
        eps.batteryPowerW = 17_000;
        read(1);
        assertThat(sensors.currentA(1)).isCloseTo(5_000 / 400.0, within(1e-9));
        assertThat(sensors.currentA(2)).isEqualTo(10);
        assertThat(sensors.powerW()).as("which is no witness against the meter").isEqualTo(17_000);
        assertThat(sensors.shuntPowerW()).isCloseTo(17_000, within(1e-6));
        eps.stringConnected[0] = false;
        eps.batteryPowerW = 12_000;
        read(1);
        assertThat(sensors.currentA(1)).as("an open one gives nothing").isCloseTo(10, within(1e-9));
    }

    @Test
    @Tag("PWR-061")
    void ofTwoShuntsThatDifferTheOneThatFitsTheMeterIsBelieved() {
        eps.stringCurrentA[1][0] = 60;
        read(1);
        assertThat(sensors.currentA(1)).isEqualTo(10);
    }

    @Test
    void eachReadingHasItsOwnAge() {
        eps.stringCurrentA[1][1] = 12;
        eps.age(Meter.STRING_CURRENT, 2, 6);
        eps.stringVoltageV[2] = 399;
        eps.age(Meter.STRING_VOLTAGE, 2, 6);
        read(1);
        assertThat(sensors.currentA(1)).as("of the other shunt").isEqualTo(12);
        assertThat(sensors.currentA(0)).isEqualTo(10);
        assertThat(sensors.voltageV(2)).isEqualTo(400);
    }

    @Test
    @Tag("PWR-061")
    void ofTwoVoltmetersTheOneThatFitsTheBusIsBelievedUnlessTheBusIsOnItsOwn() {
        eps.stringConnected[2] = false;
        eps.stringConnected[3] = false;
        eps.stringVoltageV[0] = 320;
        read(1);
        assertThat(sensors.voltageV()).isEqualTo(400);
        eps.busVoltageV = 339;
        read(1);
        assertThat(sensors.voltageV()).as("a bus that is down").isEqualTo(360);
        eps.busVoltageV = 400;
        eps.batteryTripped = true;
        read(1);
        assertThat(sensors.voltageV()).as("a battery that is off the bus").isEqualTo(360);
    }
}
