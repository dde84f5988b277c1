package org.millrace.dashboards;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/** The cockpit: one address and one login for boards and, passed on, for the core's API. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {DataSourceAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ComponentScan("org.millrace.dashboards.cockpit")
public class Cockpit {
  /** Where a proxy must stand whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  private static final String THIS_MACHINE =
      "127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|::1|0:0:0:0:0:0:0:1";

  /** Starts with the settings of the environment; says what to do when it cannot. */
  public static void main(String[] arguments) {
    try {
      start(CockpitSettings.of(System.getenv()), Clock.systemUTC());
    } catch (IllegalArgumentException refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    } catch (RuntimeException failure) {
      System.err.println("The cockpit did not start: " + rootCause(failure).getMessage());
      System.exit(1);
    }
  }

  /** Starts the cockpit; it serves pages when this returns. */
  public static ConfigurableApplicationContext start(CockpitSettings settings, Clock clock) {
    SpringApplication application = new SpringApplication(Cockpit.class);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(CockpitSettings.class, () -> settings);
          beans.registerBean(Clock.class, () -> clock);
        });
    return application.run();
  }

  private static Map<String, Object> properties(CockpitSettings settings) {
    Map<String, Object> properties =
        new HashMap<>(
            Map.of(
                "server.port", settings.port(),
                "server.address", "127.0.0.1",
                "server.compression.enabled", "true",
                "server.compression.mime-types",
                    "text/html,text/css,text/javascript,application/json,text/csv",
                "server.tomcat.threads.max", "40",
                "spring.mvc.formcontent.filter.enabled", "false",
                "spring.main.banner-mode", "off",
                "spring.web.resources.add-mappings", "false",
                "logging.level.root", "warn"));
    // who sends nothing for so long is not waited for, and what nobody reads is not swallowed
    properties.put("server.tomcat.connection-timeout", "3s");
    properties.put("server.tomcat.keep-alive-timeout", "60s");
    properties.put("server.tomcat.max-swallow-size", "0");
    boolean believed = settings.proxy() == CockpitSettings.Proxy.BELIEVED;
    properties.put("server.forward-headers-strategy", believed ? "native" : "none");
    properties.put("server.tomcat.remoteip.internal-proxies", THIS_MACHINE);
    return properties;
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }
}
