package org.millrace.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;

class RunTest {
  private static final String KNOWN = "[\"plan\", \"demand\"]";

  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private WarehouseApi warehouse;

  /** A warehouse that knows two analyses and answers nothing else. */
  @BeforeEach
  void answerAsTheWarehouse() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] body = KNOWN.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          try (exchange) {
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    Home home = Home.inFolder(Path.of(".."), folder).prepared();
    Secrets secrets = new Secrets(home.secrets());
    secrets.generateMissing();
    int base = server.getAddress().getPort() - new Ports(Ports.DEFAULT_BASE).warehouse();
    warehouse = new WarehouseApi(new Instance(home, new Ports(base + Ports.DEFAULT_BASE), secrets));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void refusesAnUnknownAnalysisBeforeTheMartsAreBroughtUpToDate() {
    assertThatThrownBy(() -> Run.ordered(warehouse, new Run.Order("forecasts")))
        .isInstanceOf(Refusal.class)
        .hasMessage("There is no analysis 'forecasts'. Known: plan, demand");
    assertThat(asked).containsExactly("GET /analyses");
  }

  @Test
  void runsAKnownOneBetweenTwoRefreshes() {
    Run.ordered(warehouse, new Run.Order("plan"));
    assertThat(asked)
        .containsExactly(
            "GET /analyses",
            "POST /refresh?timeoutSeconds=600",
            "POST /run",
            "POST /refresh?timeoutSeconds=600");
  }
}
