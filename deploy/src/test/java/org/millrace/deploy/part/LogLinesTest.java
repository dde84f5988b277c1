package org.millrace.deploy.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.deploy.home.Settings.LogFormat;

/** The logging settings of the parts, as their processes read them. */
class LogLinesTest {

  private static final String INGESTION = "ingestion/src/main/resources/log4j2.properties";
  private static final String WAREHOUSE =
      "warehouse/src/main/resources/warehouse-log4j2.properties";

  @AfterEach
  void forget() {
    System.clearProperty("millrace.log.pattern");
  }

  @ParameterizedTest
  @ValueSource(strings = {INGESTION, WAREHOUSE})
  void areForPeopleUnlessAskedOtherwise(String file) throws Exception {
    assertThat(line(file, LogFormat.TEXT))
        .matches("20\\d\\d-\\d\\d-\\d\\dT[0-9:,]+ ERROR Pump .*a \"quoted\"\nline(?s).*")
        .doesNotContain("{", "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {INGESTION, WAREHOUSE})
  void areOneJsonObjectALineWhereAsked(String file) throws Exception {
    String line = line(file, LogFormat.JSON);
    assertThat(line.strip()).doesNotContain("\n");
    JsonNode read = new ObjectMapper().readTree(line);
    assertThat(read.path("message").asText()).isEqualTo("a \"quoted\"\nline");
    assertThat(read.path("log").path("level").asText()).isEqualTo("ERROR");
    assertThat(read.path("log").path("logger").asText()).isEqualTo("org.millrace.Pump");
    assertThat(read.path("@timestamp").asText()).matches("20\\d\\d-.*T.*Z");
    assertThat(read.path("error").path("stack_trace").asText())
        .contains("IllegalStateException: no \"way\"\n");
  }

  private static String line(String file, LogFormat format) throws Exception {
    LogLines.log4jFlags(format)
        .forEach(
            flag -> {
              String[] words = flag.substring(2).split("=", 2);
              System.setProperty(words[0], words[1]);
            });
    try (LoggerContext context = new LoggerContext("of " + file)) {
      Configuration configuration =
          ConfigurationFactory.getInstance()
              .getConfiguration(context, ConfigurationSource.fromUri(Path.of("..", file).toUri()));
      configuration.initialize();
      return configuration
          .getAppender("console")
          .getLayout()
          .toSerializable(
              Log4jLogEvent.newBuilder()
                  .setLoggerName("org.millrace.Pump")
                  .setLevel(Level.ERROR)
                  .setMessage(new SimpleMessage("a \"quoted\"\nline"))
                  .setThrown(new IllegalStateException("no \"way\""))
                  .setTimeMillis(1_790_000_000_000L)
                  .build())
          .toString();
    }
  }
}
