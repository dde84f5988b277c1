package org.millrace.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

  @TempDir Path folder;

  @Test
  void aFileIsWrittenMovedAndReadWithItsChecksumAndPermissionsWithoutAProcess() throws Exception {
    try (Recording processes = new Recording()) {
      processes.enable("jdk.ProcessStart");
      processes.start();
      FileSystem files = FileSystem.newInstance(folder.toUri(), hadoop());
      files.mkdirs(path("deep/in"), FsPermission.createImmutable((short) 0750));
      FileContext context = FileContext.getFileContext(folder.toUri(), hadoop());
      try (var out =
          context.create(
              path("deep/in/.new"),
              EnumSet.of(CreateFlag.CREATE),
              Options.CreateOpts.perms(FsPermission.createImmutable((short) 0640)))) {
        out.write("commit".getBytes(UTF_8));
      }
      context.rename(path("deep/in/.new"), path("deep/in/log.json"));
      try (var in = files.open(path("deep/in/log.json"))) {
        assertThat(in.readAllBytes()).asString(UTF_8).isEqualTo("commit");
      }
      processes.stop();
      Path record = folder.resolve("processes.jfr");
      processes.dump(record);
      assertThat(RecordingFile.readAllEvents(record))
          .extracting(event -> event.getString("command"))
          .noneMatch(command -> command.contains(folder.toString()));
    }
    assertThat(permissions("deep/in/log.json")).isEqualTo("rw-r-----");
    assertThat(permissions("deep/in")).isEqualTo("rwxr-x---");
    try (Stream<Path> names = Files.list(folder.resolve("deep/in"))) {
      assertThat(names.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("log.json", ".log.json.crc");
    }
  }

  private static Configuration hadoop() {
    Configuration hadoop = new Configuration();
    LocalFiles.settings().forEach(hadoop::set);
    hadoop.set("fs.permissions.umask-mode", "000");
    return hadoop;
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
