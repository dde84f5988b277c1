package org.millrace.deploy.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A copy of this checkout with what was built in it, in which a developer goes to work. */
record Checkout(Path original, Path copy) {
  /** Where properties note what failed; Git ignores it, and any run of tests may write it. */
  private static final String FAILED_BEFORE = ".jqwik-database";

  /** Folders whose files no developer writes. */
  private static final Set<String> GENERATED = Set.of(".git", "var", "target", "__pycache__");

  private static final String ONLY_WHAT_CHANGED =
      "-Dmaven.compiler.useIncrementalCompilation=false"; // else one new file compiles all anew

  private static final Set<String> LEFT_OUT =
      Set.of(".git", "var", "surefire-reports", "screenshots");

  /** The module in which developers add documents, whose compiled tests they run. */
  private static final Path CORE = Path.of("transactional");

  /** A fresh copy in that folder; whatever lay there goes. */
  static Checkout in(Path folder) throws IOException {
    Path original = Path.of("..").toAbsolutePath().normalize();
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        old.sorted(java.util.Comparator.reverseOrder()).forEach(Checkout::delete);
      }
    }
    Files.walkFileTree(
        original,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes as)
              throws IOException {
            Path place = original.relativize(each);
            if (isLeftOut(place)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(folder.resolve(place));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes as) throws IOException {
            try {
              Files.copy(
                  each,
                  folder.resolve(original.relativize(each)),
                  StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException gone) {
              return FileVisitResult.CONTINUE; // another suite writes below target meanwhile
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path each, IOException failed) throws IOException {
            return failed instanceof NoSuchFileException
                ? FileVisitResult.CONTINUE
                : super.visitFileFailed(each, failed);
          }
        });
    return new Checkout(original, folder);
  }

  private static boolean isLeftOut(Path place) {
    return LEFT_OUT.contains(place.getFileName().toString())
        || place.endsWith("target/whole")
        || place.endsWith("test-classes") && !place.startsWith(CORE);
  }

  private static void delete(Path each) {
    try {
      Files.delete(each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files that were added; one that was edited or is gone is named with a mark before it. */
  Set<String> changes() throws IOException {
    Set<String> before = files(original);
    Set<String> after = files(copy);
    Set<String> changes = new TreeSet<>();
    for (String file : after) {
      if (!before.contains(file)) {
        changes.add(file);
      } else if (!Arrays.equals(content(original, file), content(copy, file))) {
        changes.add("edited: " + file);
      }
    }
    before.stream().filter(file -> !after.contains(file)).forEach(f -> changes.add("gone: " + f));
    return changes;
  }

  private static byte[] content(Path root, String file) throws IOException {
    return Files.readAllBytes(root.resolve(file));
  }

  private static Set<String> files(Path root) throws IOException {
    Set<String> files = new TreeSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes as) {
            return GENERATED.contains(each.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path each, BasicFileAttributes as) {
            if (!each.endsWith(FAILED_BEFORE)) {
              files.add(root.relativize(each).toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  int lines(Set<String> files) throws IOException {
    int lines = 0;
    for (String file : files) {
      lines += Files.readAllLines(copy.resolve(file)).size();
    }
    return lines;
  }

  /** Puts other words in the place of some; refuses words that are not there. */
  void edit(String file, String words, String others) throws IOException {
    Path edited = copy.resolve(file);
    String content = Files.readString(edited);
    if (!content.contains(words)) {
      throw new IllegalArgumentException("There is no '" + words + "' in " + file);
    }
    Files.writeString(edited, content.replace(words, others));
  }

  /**
   * Runs Maven in the copy without asking any registry; it must succeed. What was built and has not
   * changed since is not compiled again.
   */
  void maven(String... words) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    copy.resolve("mvnw").toString(), "-o", "-q", "-B", "-ntp", ONLY_WHAT_CHANGED),
                Arrays.stream(words))
            .toList();
    Path said = Files.createTempFile("millrace-maven", ".log");
    int status =
        new ProcessBuilder(command)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new AssertionError(String.join(" ", command) + "\n" + Files.readString(said));
    }
    Files.delete(said);
  }
}
