package org.millrace.deploy.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

  @TempDir private Path folder;

  @Test
  void namesThePartWhosePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(taken.getLocalPort() - 1);
      assertThatThrownBy(() -> ports.requireFree(Settings.of("", Map.of()).listening(), List.of()))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
  }

  @Test
  void remembersWhereTheInstanceWasStarted() {
    Home home = Home.inFolder(folder, folder.resolve("var")).prepared();
    new Ports(9000).store(home);
    assertThat(Ports.stored(home)).contains(new Ports(9000));
  }

  @Test
  void refusesAStrangePortFile() throws IOException {
    Home home = Home.inFolder(folder, folder.resolve("var")).prepared();
    Files.writeString(home.dir().resolve("port"), "north\n");
    assertThatThrownBy(() -> Ports.stored(home)).hasMessageContaining("should hold one port");
  }
}
