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
