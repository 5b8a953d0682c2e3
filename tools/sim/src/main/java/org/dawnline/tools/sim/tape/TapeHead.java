package org.dawnline.tools.sim.tape;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dawnline.fsw.comms.KeyRing;
import org.dawnline.fsw.comms.OnBoardVersions;
import org.dawnline.hal.VehicleProfile;

/**
 * Everything that a new spacecraft needs to be wired as the recorded one was.
 *
 * @param build checksum of the flight software's classes, see {@link FlightBuild}
 * @param flight what was flown, for people
 * @param satellite its id on the ground link
 * @param keys the ground's keys that it obeys
 * @param vehicle the unmodified profile
 * @param periodNanos base period of the executive
 * @param versions what flight software says of itself, which depends on the computer
 */
public record TapeHead(
        String build,
        String flight,
        String satellite,
        KeyRing keys,
        VehicleProfile vehicle,
        long periodNanos,
        OnBoardVersions versions) {
    void write(DataOutputStream out) throws IOException {
        out.writeUTF(build);
        out.writeUTF(flight);
        out.writeUTF(satellite);
        out.writeUTF(keys.text());
        out.writeLong(periodNanos);
        byte[] said = Values.bytes(versions);
        out.writeInt(said.length);
        out.write(said);
        out.writeUTF(vehicle.name());
        out.writeInt(vehicle.keys().size());
        for (String key : vehicle.keys()) {
            out.writeUTF(key);
            out.writeDouble(vehicle.number(key, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
            out.writeBoolean(vehicle.uncertainKeys().contains(key));
        }
    }

    static TapeHead read(DataInputStream in) throws IOException {
        String build = in.readUTF();
        String flight = in.readUTF();
        String satellite = in.readUTF();
        KeyRing keys = KeyRing.parse(in.readUTF());
        long periodNanos = in.readLong();
        OnBoardVersions versions = (OnBoardVersions) Objects.requireNonNull(Values.value(in.readNBytes(in.readInt())));
        String vehicle = in.readUTF();
        Map<String, Double> figures = new TreeMap<>();
        Set<String> uncertain = new TreeSet<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String key = in.readUTF();
            figures.put(key, in.readDouble());
            if (in.readBoolean()) {
                uncertain.add(key);
            }
        }
        return new TapeHead(
                build, flight, satellite, keys, new VehicleProfile(vehicle, figures, uncertain), periodNanos, versions);
    }
}
