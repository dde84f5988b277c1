package org.millrace.deploy.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.part.PartProcess;

/**
 * The supervisor's parent: a shell loop of a megabyte that starts it again, unless it ended of
 * itself (status 0) or was told to end (143, 130).
 */
public final class Watcher {

  private static final String NAME = "watcher";
  private static final String LOOP =
      "while :; do \"$@\"; case $? in 0|130|143) exit 0;; esac; sleep 1; done";

  private Watcher() {}

  /** Starts a supervisor and its watcher; returns the latter. */
  public static ProcessHandle start(Home home, Ports ports) {
    List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", LOOP, "millrace-watcher"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dmillrace.part=supervisor");
    command.addAll(List.of("-cp", PartProcess.classpath(home, "deploy")));
    command.addAll(List.of(Supervisor.class.getName(), Integer.toString(ports.base())));
    return PartProcess.launch(
        home,
        "supervisor",
        new ProcessBuilder(command),
        Map.of("MILLRACE_ROOT", home.root().toString()));
  }

  /** Whether someone sees to it that parts are started again. */
  public static boolean isWatching(Home home) {
    return PartProcess.find(home, NAME).isPresent()
        || PartProcess.find(home, "supervisor").isPresent();
  }

  /** The processes to end first when the instance is to end, the supervisor before its watcher. */
  public static List<ProcessHandle> processes(Home home) {
    return List.of("supervisor", NAME).stream()
        .flatMap(name -> PartProcess.find(home, name).stream())
        .toList();
  }

  static void remember(Home home) {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    parent
        .filter(process -> process.info().command().orElse("").matches(".*/(da|ba)?sh"))
        .ifPresent(process -> PartProcess.remember(home, NAME, process));
  }
}
