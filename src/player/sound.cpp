// SPDX-License-Identifier: MIT
#include "player/sound.h"

#include <SDL.h>

#include <algorithm>
#include <mutex>
#include <span>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "media/clip_sound.h"
#include "scene/videos.h"

namespace xp::player {
namespace {

constexpr std::uint16_t kBlock = 1024;  ///< sample pairs that the device asks for at a time: 21 ms

/// What the device's own thread reads.
struct Device {
  SDL_AudioDeviceID id = 0;
  Duration latency{};
  std::mutex mutex;
  std::shared_ptr<media::ClipSound> clip;  ///< null: silence
  int volume = 0;

  ~Device() {
    if (id != 0) SDL_CloseAudioDevice(id);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
  }

  static void fill(void* self, Uint8* bytes, int count) {
    static_cast<Device*>(self)->fill(
        {reinterpret_cast<std::int16_t*>(bytes), static_cast<std::size_t>(count) / sizeof(std::int16_t)});
  }

  void fill(std::span<std::int16_t> out) {
    const std::lock_guard lock(mutex);
    if (clip)
      clip->take(out);
    else
      std::ranges::fill(out, std::int16_t{0});
    for (std::int16_t& sample : out) sample = static_cast<std::int16_t>(sample * volume / 100);
  }
};

class Loudspeakers final : public Sound {
 public:
  void follow(const scene::Scene& scene, Duration now) override;
  void mute() override;

 private:
  bool open(Duration now);
  std::unique_ptr<Device> device_;
  Duration again_ = Duration::min();  ///< not before then
  bool said_ = false;                 ///< that there is no device
};

bool Loudspeakers::open(Duration now) {
  if (device_ && SDL_GetAudioDeviceStatus(device_->id) != SDL_AUDIO_STOPPED) return true;
  device_.reset();  // it was taken away
  if (now < again_) return false;
  again_ = now + kAgain;
  auto device = std::make_unique<Device>();
  SDL_AudioSpec wanted{}, got{};
  wanted.freq = media::kSoundRate;
  wanted.format = AUDIO_S16SYS;
  wanted.channels = 2;
  wanted.samples = kBlock;
  wanted.callback = Device::fill;
  wanted.userdata = device.get();
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) == 0)
    device->id = SDL_OpenAudioDevice(nullptr, 0, &wanted, &got, SDL_AUDIO_ALLOW_SAMPLES_CHANGE);
  if (device->id == 0) {
    if (!std::exchange(said_, true))
      log(LogLevel::warning, "player",
          trf("videos play without sound: {reason}; a device is looked for every minute",
              fmt::arg("reason", SDL_GetError())));
    return false;
  }
  if (std::exchange(said_, false)) log(LogLevel::info, "player", tr("videos have their sound again"));
  // One block is being heard while the next is being filled.
  device->latency = seconds(2) * got.samples / media::kSoundRate;
  device_ = std::move(device);
  return true;
}

void Loudspeakers::follow(const scene::Scene& scene, Duration now) {
  const auto videos = scene::videos_in(scene.layers);
  const auto loudest = std::ranges::max_element(videos, {}, &scene::VideoOp::volume);
  if (loudest == videos.end() || loudest->volume == 0) return mute();
  if (!open(now)) return;
  if (!device_->clip || device_->clip->clip()->hash != loudest->clip->hash) {
    auto clip = std::make_shared<media::ClipSound>(loudest->clip, loudest->media_time, device_->latency);
    const std::lock_guard lock(device_->mutex);
    std::swap(device_->clip, clip);
  }
  device_->clip->follow(loudest->media_time);
  {
    const std::lock_guard lock(device_->mutex);
    device_->volume = loudest->volume;
  }
  SDL_PauseAudioDevice(device_->id, 0);
}

void Loudspeakers::mute() {
  if (!device_ || !device_->clip) return;
  SDL_PauseAudioDevice(device_->id, 1);
  std::shared_ptr<media::ClipSound> clip;  // ends after the lock is left
  const std::lock_guard lock(device_->mutex);
  std::swap(device_->clip, clip);
}

}  // namespace

std::unique_ptr<Sound> loudspeakers() { return std::make_unique<Loudspeakers>(); }

}  // namespace xp::player
