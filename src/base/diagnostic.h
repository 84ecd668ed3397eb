// SPDX-License-Identifier: MIT
// Messages about people's files: where, what, and what to do. Collected, never just the first.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xp::inline base {

enum class Severity { info, warning, error };

/// What an error makes unusable: the file it stands in, or only the slide it is about (a picture that is
/// missing).
enum class Reach { file, slide };

/// A file that diagnostics point into. Shared by everything read from it.
struct SourceFile {
  std::string name;  ///< as the user wrote or would write it
  std::string text;  ///< UTF-8, without BOM
};

/// A place in a source file: 1-based line and column (code points); length in code points, ≥ 1.
struct Location {
  std::shared_ptr<const SourceFile> file;  ///< null: the message is about no particular file
  int line = 0, column = 0, length = 1;    ///< line 0: about the file as a whole
};

struct Diagnostic {
  Severity severity = Severity::error;
  std::string id;  ///< a stable word: "unknown-key"
  Location at;
  std::string message;
  std::string remedy;  ///< what to do; one sentence
  Reach reach = Reach::file;
};

class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
  const std::vector<Diagnostic>& list() const { return list_; }
  bool empty() const { return list_.empty(); }
  std::size_t count(Severity severity) const;
  bool has_errors() const { return count(Severity::error) > 0; }
  /// Errors that make more unusable than one slide.
  std::size_t blocking() const;

 private:
  std::vector<Diagnostic> list_;
};

/// `file:line:column: error[id]: message`, the source line, a caret under it (Han are two columns wide), the
/// remedy. Ends with a newline.
std::string format_diagnostic(const Diagnostic& diagnostic);
/// All of them, sorted by file and place, in the order of reading.
std::string format_diagnostics(const Diagnostics& diagnostics);

}  // namespace xp::inline base
