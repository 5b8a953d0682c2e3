package org.dawnline.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.dawnline.fsw.comms.OnBoardVersions;

/** Which build this is, as Maven has written it down. */
public final class FlightVersion {
    private static final String FILE = "/build.properties";
    private static final String UNKNOWN = "unknown";
    private static final List<String> MODULES =
            List.of("hal", "fsw-core", "fsw-power", "fsw-thermal", "fsw-compute", "fsw-comms", "fsw-app");

    private FlightVersion() {}

    /**
     * Without commit, computer and tables: what is the same wherever the software flies. A simulated flight says this, since it shall
     * repeat to the bit, and the length of a message decides what happens to it on its way.
     */
    public static OnBoardVersions anonymous() {
        return new OnBoardVersions(build().getProperty("version", UNKNOWN), UNKNOWN, UNKNOWN, "", MODULES);
    }

    /** All that does not change in flight; {@code gpuDriver} may be empty. */
    public static OnBoardVersions read(String gpuDriver) {
        Properties build = build();
        return new OnBoardVersions(
                build.getProperty("version", UNKNOWN),
                build.getProperty("git", UNKNOWN),
                System.getProperty("java.vendor", "") + " " + System.getProperty("java.vm.version", UNKNOWN),
                gpuDriver,
                MODULES);
    }

    private static Properties build() {
        Properties build = new Properties();
        try (InputStream file = FlightVersion.class.getResourceAsStream(FILE)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the build's own " + FILE + " cannot be read", e);
        }
        return build;
    }
}
