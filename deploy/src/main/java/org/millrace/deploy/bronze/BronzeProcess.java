package org.millrace.deploy.bronze;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.part.Part;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;

/** A JVM with the settings of the ingestion part that checks bronze and ends. */
final class BronzeProcess {

  private static final String MAIN = "org.millrace.ingestion.VerifyBronze";

  private BronzeProcess() {}

  static int run(String... words) throws Exception {
    Home home = Home.ofEnvironment(System.getenv());
    Part ingestion =
        new Parts(home, Ports.stored(home).orElseGet(() -> new Ports(Ports.DEFAULT_BASE)))
            .named("ingestion");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8"));
    command.addAll(ingestion.jvmFlags());
    command.addAll(List.of("-cp", PartProcess.classpath(home, ingestion.module()), MAIN));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(ingestion.environment());
    return builder.start().waitFor();
  }
}
