// SPDX-License-Identifier: MIT
#include "player/worker.h"

#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <thread>

#include "base/i18n.h"
#include "base/log.h"
#include "player/engines.h"
#include "player/rescan.h"

namespace xp::player {

namespace {

constexpr std::size_t kPixelsKept = 0;  ///< bytes: the worker hands over what it paints
constexpr int kBehind = 10;             ///< nice value

using Deliver = std::function<void(Finished)>;

/// The slide that has this content; none for what fills a zone by itself.
SlideVersion slide_of(const show::Show& show, const show::Coming& coming) {
  const auto& slides = show.playlist.slides;
  const auto found = std::ranges::find(slides, coming.content, &playlist::Slide::content);
  return found == slides.end() ? SlideVersion{} : SlideVersion{found->id, found->hash};
}

/// What is prepared never delays what is shown: this thread works when the presenting one has nothing to do.
/// Where the system forbids it both stay equal.
void work_behind() {
  const sched_param none{};
  pthread_setschedparam(pthread_self(), SCHED_BATCH, &none);
  const auto self = static_cast<id_t>(gettid());
  setpriority(PRIO_PROCESS, self, std::max(getpriority(PRIO_PROCESS, self), kBehind));
}

/// The work itself, on whichever thread.
class Hand {
 public:
  Hand(ShowReader reader, CrashMark* mark, std::shared_ptr<Progress> progress)
      : reader_(std::move(reader)), mark_(mark), progress_(std::move(progress)) {
    engines_.keep_pixels(kPixelsKept);
  }

  void operator()(const LoadJob& job, const Deliver& deliver) {
    LoadedShow out;
    out.begun = read_clocks().wall;
    show::LoadRequest request = job.request;
    out.read = reader_(request, out.diagnostics);
    if (job.keep && out.read.show) {
      if (const auto moved = kept_anchor(*out.read.show, request.anchor, *job.keep)) {
        request.anchor = *moved;
        out.diagnostics = {};
        out.read = reader_(request, out.diagnostics);
      }
    }
    out.anchor = request.anchor;
    deliver(std::move(out));
    ::malloc_trim(0);  // what was read is as large as the show, and gone
  }

  void operator()(const PrepareJob& job, const Deliver& deliver) {
    const Status ready = engines_.use(job.show->catalog);
    if (!ready) log(LogLevel::warning, "player", ready.error().message);
    for (const show::Coming& coming : job.coming) {
      PreparedSlide out{job.show->catalog->hash, coming.key, nullptr, {}};
      if (ready) prepare(job, coming, out);
      deliver(std::move(out));
    }
    if (ready) engines_.painter().keep_only({});
    engines_.give_back_pages();
  }

  void operator()(const PaintJob& job, const Deliver& deliver) {
    PaintedOps out{job.catalog->hash, {}};
    if (engines_.use(job.catalog)) {
      for (const PaintJob::Order& order : job.orders) {
        for (const auto& [ops, pixels] : order.parts) engines_.painter().adopt(ops, pixels);
        out.pixels.emplace_back(order.ops, engines_.painter().raster(order.ops));
      }
      engines_.painter().keep_only({});
    }
    deliver(std::move(out));
    engines_.give_back_pages();
  }

  void operator()(const ScanJob& job, const Deliver& deliver) {
    deliver(ScannedFiles{fingerprint(job.files, on_a_disk_that_tells, progress_.get())});
  }

  /// The glyphs: pixels are handed over, and pictures are those that the slides on the screen hold.
  std::vector<MemoryUse> memory() const {
    std::vector<MemoryUse> stores = engines_.memory();
    std::erase_if(stores, [](const MemoryUse& use) { return use.store != "glyphs"; });
    for (MemoryUse& use : stores) use.store = "worker-glyphs";
    return stores;
  }

 private:
  void prepare(const PrepareJob& job, const show::Coming& coming, PreparedSlide& out) {
    if (mark_) mark_->prepares(slide_of(*job.show, coming));
    out.laid = engines_.caches().laid(*job.show, coming.request());
    for (const scene::OpsPtr& ops : show::ops_of(coming, *out.laid)) {
      if (is_wanted(job, *ops)) out.pixels.emplace_back(ops, engines_.painter().raster(ops));
    }
    if (mark_) mark_->rests();
  }

  ShowReader reader_;
  CrashMark* mark_;
  std::shared_ptr<Progress> progress_;  ///< null: nobody asks
  Engines engines_;
};

class InlineWorker final : public Worker {
 public:
  explicit InlineWorker(ShowReader reader) : hand_(std::move(reader), nullptr, nullptr) {}
  void submit(Job job) override {
    std::visit([&](const auto& j) { hand_(j, [&](Finished f) { finished_.push_back(std::move(f)); }); }, job);
  }
  std::vector<Finished> take() override { return std::exchange(finished_, {}); }
  int descriptor() const override { return -1; }
  std::vector<MemoryUse> memory() const override { return hand_.memory(); }

 private:
  Hand hand_;
  std::vector<Finished> finished_;
};

class ThreadWorker final : public Worker {
 public:
  ThreadWorker(ShowReader reader, std::shared_ptr<Progress> progress, CrashMark* mark, int descriptor)
      : progress_(std::move(progress)),
        descriptor_(descriptor),
        thread_([this, reader, mark] { run(reader, mark); }) {}

  ~ThreadWorker() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    more_.notify_one();
    thread_.join();
    close(descriptor_);
  }

  void submit(Job job) override {
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::move(job));
      ++open_;
    }
    more_.notify_one();
  }

  Pulse pulse() const override {
    const std::lock_guard lock(mutex_);
    return {open_ > 0, progress_->steps(), on_files_};
  }

  std::vector<Finished> take() override {
    const std::lock_guard lock(mutex_);
    if (finished_.empty()) return {};
    eventfd_t ignored = 0;
    eventfd_read(descriptor_, &ignored);
    return std::exchange(finished_, {});
  }

  int descriptor() const override { return descriptor_; }

  std::vector<MemoryUse> memory() const override {
    const std::lock_guard lock(mutex_);
    return memory_;
  }

 private:
  void run(const ShowReader& reader, CrashMark* mark) {
    Hand hand(reader, mark, progress_);
    while (const auto job = next()) {
      std::visit([&](const auto& j) { hand(j, [&](Finished f) { deliver(std::move(f), hand.memory()); }); },
                 *job);
      work_behind();  // after the first reading, which the screen waits for
      const std::lock_guard lock(mutex_);
      on_files_ = false;
      --open_;
    }
  }

  std::optional<Job> next() {
    std::unique_lock lock(mutex_);
    more_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
    if (ending_) return std::nullopt;
    Job job = std::move(jobs_.front());
    jobs_.pop_front();
    on_files_ = std::holds_alternative<LoadJob>(job) || std::holds_alternative<ScanJob>(job);
    return job;
  }

  void deliver(Finished finished, std::vector<MemoryUse> memory) {
    progress_->step();
    const std::lock_guard lock(mutex_);
    memory_ = std::move(memory);
    finished_.push_back(std::move(finished));
    eventfd_write(descriptor_, 1);
  }

  std::shared_ptr<Progress> progress_;
  int descriptor_;
  mutable std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Job> jobs_;
  std::vector<Finished> finished_;
  std::vector<MemoryUse> memory_;
  int open_ = 0;           ///< jobs that are not finished
  bool on_files_ = false;  ///< the one at hand
  bool ending_ = false;
  std::thread thread_;  ///< last: it uses everything above
};

}  // namespace

bool is_wanted(const PrepareJob& job, const scene::Ops& ops) {
  const bool drawn = job.grounds == paint::Grounds::from_pixels && paint::is_ground(ops);
  return (paint::needs_pixels(ops) || drawn) && !job.painted.contains(ops.hash);
}

Result<std::unique_ptr<Worker>> start_worker(ShowReader reader, std::shared_ptr<Progress> progress,
                                             CrashMark* mark) {
  const int descriptor = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (descriptor < 0) {
    const int code = errno;
    return Error{trf("cannot start the worker: {reason}", fmt::arg("reason", std::strerror(code))), code};
  }
  return std::unique_ptr<Worker>(
      std::make_unique<ThreadWorker>(std::move(reader), std::move(progress), mark, descriptor));
}

std::unique_ptr<Worker> inline_worker(ShowReader reader) {
  return std::make_unique<InlineWorker>(std::move(reader));
}

}  // namespace xp::player
