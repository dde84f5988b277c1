package org.millrace;

import java.time.Clock;
import java.util.Map;
import org.millrace.settings.CoreSettings;
import org.millrace.shared.Refused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.modulith.Modulithic;

/** The transactional core: the only process that changes business state. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class,
      FlywayAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@ComponentScan
@Modulithic
public class Core {
  /** Starts with the settings of the environment; says what to do when it cannot. */
  public static void main(String[] arguments) {
    try {
      start(CoreSettings.of(System.getenv()), Clock.systemUTC());
    } catch (Refused refused) {
      System.err.println(refused.getMessage());
      System.exit(2);
    } catch (RuntimeException failure) {
      System.err.println("The core did not start: " + StartFailure.explained(failure));
      System.exit(1);
    }
  }

  /** Starts the core; it serves requests when this returns. */
  public static ConfigurableApplicationContext start(CoreSettings settings, Clock clock) {
    SpringApplication application = new SpringApplication(Core.class);
    application.setBeanNameGenerator(new QualifiedNames());
    application.setDefaultProperties(
        Map.of("server.port", settings.port(), "server.address", "127.0.0.1"));
    application.addInitializers(
        context -> {
          GenericApplicationContext beans = (GenericApplicationContext) context;
          beans.registerBean(CoreSettings.class, () -> settings);
          beans.registerBean(Clock.class, () -> clock.withZone(settings.timeZone()));
        });
    return application.run();
  }
}
