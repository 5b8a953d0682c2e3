package org.dawnline.fsw.comms;

import java.util.List;
import org.dawnline.fsw.comms.proto.ModuleVersion;
import org.dawnline.fsw.comms.proto.TableVersion;
import org.dawnline.fsw.comms.proto.VersionReport;

/**
 * What is on board, in words.
 *
 * @param software version of the flight software
 * @param git id of the commit that was built, or {@code unknown}
 * @param java version of the Java runtime
 * @param gpuDriver the GPU driver; empty when nothing is known
 * @param modules names of the modules, all of the software's version
 * @param tables the tables in force
 */
public record OnBoardVersions(
        String software, String git, String java, String gpuDriver, List<String> modules, List<Table> tables) {
    private static final int BUILD_DIGITS = 7;
    private static final int HEX = 16;

    /**
     * A table in force.
     *
     * @param name its name
     * @param checksum CRC-32C of its text
     */
    public record Table(String name, long checksum) {}

    /** Copies the lists. */
    public OnBoardVersions {
        modules = List.copyOf(modules);
        tables = List.copyOf(tables);
    }

    /** The first seven hexadecimal digits of the commit as a number; not a number when it is not known. */
    public double build() {
        boolean known = git.length() >= BUILD_DIGITS
                && git.substring(0, BUILD_DIGITS).chars().allMatch(c -> Character.digit(c, HEX) >= 0);
        return known ? Integer.parseInt(git.substring(0, BUILD_DIGITS), HEX) : Double.NaN;
    }

    /** The same with other tables. */
    public OnBoardVersions withTables(List<Table> newTables) {
        return new OnBoardVersions(software, git, java, gpuDriver, modules, newTables);
    }

    VersionReport.Builder report() {
        VersionReport.Builder report = VersionReport.newBuilder()
                .setSoftware(software)
                .setGit(git)
                .setJava(java)
                .setGpuDriver(gpuDriver);
        for (String module : modules) {
            report.addModules(ModuleVersion.newBuilder().setName(module).setVersion(software));
        }
        for (Table table : tables) {
            report.addTables(TableVersion.newBuilder().setName(table.name()).setChecksum((int) table.checksum()));
        }
        return report;
    }
}
