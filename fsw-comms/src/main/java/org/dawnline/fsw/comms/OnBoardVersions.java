package org.dawnline.fsw.comms;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dawnline.fsw.comms.proto.ModuleVersion;
import org.dawnline.fsw.comms.proto.RowName;
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
 * @param sinceUtcNanos from when on they have been in force; before all times when it was since the start
 */
public record OnBoardVersions(
        String software,
        String git,
        String java,
        String gpuDriver,
        List<String> modules,
        List<Table> tables,
        long sinceUtcNanos) {
    private static final int BUILD_DIGITS = 7;
    private static final int HEX = 16;

    /**
     * A table in force.
     *
     * @param name its name
     * @param checksum CRC-32C of its text
     * @param rows names of its rows by the numbers that events tell; empty where events tell none
     */
    public record Table(String name, long checksum, SortedMap<Integer, String> rows) {
        /** Copies the names. */
        public Table {
            rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        }
    }

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

    /** Without the tables. */
    public OnBoardVersions(String software, String git, String java, String gpuDriver, List<String> modules) {
        this(software, git, java, gpuDriver, modules, List.of(), Long.MIN_VALUE);
    }

    /** The same with other tables, in force since then. */
    public OnBoardVersions withTables(List<Table> newTables, long newSinceUtcNanos) {
        return new OnBoardVersions(software, git, java, gpuDriver, modules, newTables, newSinceUtcNanos);
    }

    VersionReport.Builder report() {
        VersionReport.Builder report = VersionReport.newBuilder()
                .setSoftware(software)
                .setGit(git)
                .setJava(java)
                .setGpuDriver(gpuDriver)
                .setTablesSinceUtcNanos(sinceUtcNanos);
        for (String module : modules) {
            report.addModules(ModuleVersion.newBuilder().setName(module).setVersion(software));
        }
        for (Table table : tables) {
            TableVersion.Builder version =
                    TableVersion.newBuilder().setName(table.name()).setChecksum((int) table.checksum());
            table.rows()
                    .forEach((number, row) -> version.addRows(
                            RowName.newBuilder().setNumber(number).setName(row)));
            report.addTables(version);
        }
        return report;
    }
}
