package org.millrace.web.command;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

@Configuration(proxyBeanMethods = false)
class CommandWiring {
  @Bean
  static WebMvcRegistrations commandAdapter(
      CommandsJdbc commands, PlatformTransactionManager transactions) {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new CommandAdapterHttp(commands, transactions);
      }
    };
  }
}
