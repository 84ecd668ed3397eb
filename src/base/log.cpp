// SPDX-License-Identifier: MIT
#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>
#include <string>

#include "base/i18n.h"
#include "base/repeat_filter.h"

namespace xp::inline base {
namespace {

struct Log {
  std::mutex mutex;
  RepeatFilter repeats;
  spdlog::logger logger{"xuanping", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
  Log() {
    logger.set_pattern("%Y-%m-%dT%H:%M:%SZ %l %v", spdlog::pattern_time_type::utc);
    logger.flush_on(spdlog::level::trace);
  }
};

Log& the_log() {
  static Log log;
  return log;
}

spdlog::level::level_enum spdlog_level(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return spdlog::level::debug;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::error:
      return spdlog::level::err;
  }
  return spdlog::level::err;
}

std::string in_one_line(std::string_view topic, std::string_view message) {
  std::string line(topic);
  line += ": ";
  for (const char c : message) {
    if (c == '\n') {
      line += " | ";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      line += c;
    }
  }
  return line;
}

}  // namespace

void set_log_level(LogLevel level) { the_log().logger.set_level(spdlog_level(level)); }

void log(LogLevel level, std::string_view topic, std::string_view message) {
  Log& log = the_log();
  if (!log.logger.should_log(spdlog_level(level))) return;
  std::string line = in_one_line(topic, message);
  const std::lock_guard lock(log.mutex);
  const auto times = log.repeats.count(line);
  if (!times) return;
  if (*times > 1) line += trf(" ({n} times so far)", fmt::arg("n", *times));
  log.logger.log(spdlog_level(level), spdlog::string_view_t(line));
}

}  // namespace xp::inline base
