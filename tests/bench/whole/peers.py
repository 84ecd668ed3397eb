# SPDX-License-Identifier: MIT
"""The programs that are measured, and what each is given to show. A row that cannot show a scenario gives None."""

import dataclasses
import os
import pathlib
import shutil

SLOGAN = "收益说得越漂亮，本钱走得越匆忙"
LINE = "陌生来电要验证码，一个字都别给 ◆ 扫码之前看清楚，收款付款别弄反 ◆ "
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
SPEED = 240  # px a second
AT = "2026-05-15T10:00:05+08:00"
SLOWEST = "0.000001"  # a speed at which time as good as stands still


@dataclasses.dataclass(frozen=True)
class Task:
    scenario: str  # ticker, static, fade
    size: tuple
    seconds: int   # at least so long

    @property
    def band(self):
        """Where the line runs, px: x, y, width, height."""
        width, height = self.size
        tall = height if height <= 64 else round(height * 0.105 / 2) * 2
        return (0, height - tall, width, tall)


def band_of(task):
    return {"ticker": task.band, "fade": (0, 0, *task.size)}.get(task.scenario)


def write(folder, name, text):
    path = pathlib.Path(folder, name)
    path.write_text(text, encoding="utf-8")
    return str(path)


# ---- Xuanping ----

THEME = 'name = "量"\n\n[motion]\ntransition = "fade"\nfade = "600ms"\nenter = "none"\nticker_speed = {speed}\n'


def playlist(task):
    head = '[campaign]\ntitle = "守护钱袋子"\ntheme = "./theme.toml"\n'
    lines = f'\n[[ticker]]\ntext = "{LINE}"\n'
    if task.scenario == "fade":
        # The others fade all the time; a slide stays a second at least and fades for six tenths of it at most. So what is
        # compared is the cost of a frame, and what is prepared for the next slide is in it.
        grounds = ('["#123a78", "#071b3f"]', '["#801112", "#380508"]')
        slides = "".join(f'\n[[slide]]\nid = "s{i}"\nkind = "slogan"\ntext = "{SLOGAN}"\ngradient = {g}\nduration = "1s"\n'
                         for i, g in enumerate(grounds))
        return head + slides
    return head + f'\n[[slide]]\nid = "only"\nkind = "slogan"\ntext = "{SLOGAN}"\nduration = "1h"\n' + lines


def screen(task):
    width, height = task.size
    head = f'[screen]\nname = "bench"\nsize = [{width}, {height}]\n'
    if height <= 64:
        return head + f'\n[[zone]]\nname = "main"\nrect = [0, 0, {width}, {height}]\nplays = "marquee"\n'
    if task.scenario != "ticker":
        return head + f'\n[[zone]]\nname = "main"\nrect = [0, 0, {width}, {height}]\nplays = "slides"\n'
    _, y, _, tall = task.band
    return head + (f'\n[[zone]]\nname = "main"\nrect = [0, 0, {width}, {y}]\nplays = "slides"\n'
                   f'\n[[zone]]\nname = "line"\nrect = [0, {y}, {width}, {tall}]\nplays = "ticker"\n')


def xuanping(program, tools, task, folder):
    write(folder, "theme.toml", THEME.format(speed=min(100, round(SPEED * 100 / min(task.size), 2))))
    return [program, "play", write(folder, "playlist.toml", playlist(task)),
            "--screen", write(folder, "screen.toml", screen(task)), "--at", AT]


# ---- the floors: the least that SDL2 programs of ours cost ----

def floor(program, tools, task, folder):
    if not os.access(f"{tools}/floor_strip", os.X_OK):
        return None
    width, height = map(str, task.size)
    length = str(task.seconds)
    if task.scenario == "fade":
        return [f"{tools}/floor_fade", width, height, length]
    step = str(SPEED // 60) if task.scenario == "ticker" else "0"
    return [f"{tools}/floor_strip", width, height, str(task.band[3]), step, length]


# ---- the peers ----

PAGE = """<!doctype html><meta charset="utf-8"><style>
html,body{{margin:0;background:#0c2d63;color:#f3f7ff;overflow:hidden;cursor:none;font-family:"Noto Sans CJK SC"}}
h1{{position:absolute;width:100%;top:38%;text-align:center;font-weight:900;font-size:8vh;margin:0}}
.band{{position:absolute;left:0;top:{y}px;width:100%;height:{tall}px;background:#ffcf5c;color:#0b2450;overflow:hidden}}
.line{{white-space:nowrap;position:absolute;font-size:{font}px;line-height:{tall}px;will-change:transform;animation:run {period}s linear infinite}}
@keyframes run{{to{{transform:translateX(-{width}px)}}}}
.fade{{position:absolute;inset:0;animation:fade 1s linear infinite alternate}}
@keyframes fade{{from{{opacity:0}}to{{opacity:1}}}}
</style><body>{body}</body>"""


def chromium(program, tools, task, folder):
    if not shutil.which("chromium"):
        return None
    width, _ = task.size
    _, y, _, tall = task.band
    bodies = {
        "static": f"<h1>{SLOGAN}</h1>",
        "ticker": f'<h1>{SLOGAN}</h1><div class="band"><div class="line">{LINE * 12}</div></div>',
        "fade": f'<h1>{SLOGAN}</h1><div class="fade" style="background:linear-gradient(#801112,#380508)"><h1>{SLOGAN}</h1></div>',
    }
    page = write(folder, "page.html", PAGE.format(y=y, tall=tall, font=round(tall * 0.5), width=width, period=width / SPEED,
                                                  body=bodies[task.scenario]))
    return ["chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--noerrdialogs",
            f"--user-data-dir={folder}/profile", f"--window-size={task.size[0]},{task.size[1]}", "--window-position=0,0",
            f"file://{page}"]


ASS = """[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, BackColour, Bold, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV
Style: line,Noto Sans CJK SC,{font},&H00FFFFFF,&H00000000,1,1,0,0,7,0,0,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
{events}
"""


def mpv(program, tools, task, folder):
    if not shutil.which("mpv") or task.scenario == "fade":
        return None
    width, height = task.size
    _, y, _, tall = task.band
    until = 3600
    events = [f"Dialogue: 0,0:00:00.00,1:00:00.00,line,,0,0,0,,{{\\an5\\pos({width // 2},{height * 2 // 5})}}{SLOGAN}"]
    if task.scenario == "ticker":
        far = SPEED * until
        events.append(f"Dialogue: 1,0:00:00.00,1:00:00.00,line,,0,0,0,,{{\\move(0,{y + tall // 4},-{far},{y + tall // 4})}}{LINE * 12}")
    ass = write(folder, "line.ass", ASS.format(width=width, height=height, font=round(tall * 0.5), events="\n".join(events)))
    source = f"av://lavfi:color=c=0x0c2d63:s={width}x{height}:r={60 if task.scenario == 'ticker' else 1}:d={until}"
    return ["mpv", "--no-config", "--vo=x11", "--no-audio", "--no-osc", "--no-input-default-bindings", "--really-quiet",
            f"--geometry={width}x{height}+0+0", "--no-border", f"--sub-file={ass}", "--video-sync=display-desync", source]


SCENE = """import QtQuick
import QtQuick.Window
Window {{
  visible: true; x: 0; y: 0; width: {width}; height: {height}; color: "#0c2d63"; flags: Qt.FramelessWindowHint
  Text {{ x: 0; width: parent.width; y: parent.height * 0.38; horizontalAlignment: Text.AlignHCenter; text: "{slogan}"
         color: "#f3f7ff"; font.family: "Noto Sans CJK SC"; font.pixelSize: parent.height * 0.08; font.weight: Font.Black }}
  {moving}
}}
"""
MOVING = {
    "static": "",
    "ticker": """Rectangle {{ x: 0; y: {y}; width: {width}; height: {tall}; color: "#ffcf5c"; clip: true
    Text {{ text: "{line}"; color: "#0b2450"; font.family: "Noto Sans CJK SC"; font.pixelSize: {font}; height: parent.height
           verticalAlignment: Text.AlignVCenter
           NumberAnimation on x {{ from: 0; to: -{width}; duration: {period}; loops: Animation.Infinite }} }} }}""",
    "fade": """Rectangle {{ anchors.fill: parent; color: "#801112"
    NumberAnimation on opacity {{ from: 0; to: 1; duration: 1000; loops: Animation.Infinite }} }}""",
}


def qt(program, tools, task, folder):
    viewer = shutil.which("qml6") or next((p for p in ("/usr/lib/qt6/bin/qml",) if os.access(p, os.X_OK)), None)
    if not viewer:
        return None
    width, height = task.size
    _, y, _, tall = task.band
    fields = dict(width=width, height=height, y=y, tall=tall, slogan=SLOGAN, line=LINE * 12, font=round(tall * 0.5),
                  period=width * 1000 // SPEED)
    scene = write(folder, "scene.qml", SCENE.format(moving=MOVING[task.scenario].format(**fields), **fields))
    return ["env", "QT_QUICK_BACKEND=software", "QT_QPA_PLATFORM=xcb", viewer, scene]


def gstreamer(program, tools, task, folder):
    if not shutil.which("gst-launch-1.0") or task.scenario != "static":
        return None
    width, height = task.size
    return ["gst-launch-1.0", "-q", "videotestsrc", "pattern=solid-color", "foreground-color=0xff0c2d63", "!",
            f"video/x-raw,format=BGRx,width={width},height={height},framerate=1/1", "!", "textoverlay", f"text={SLOGAN}",
            "valignment=center", f"font-desc=Noto Sans CJK SC Bold {height // 40}", "!", "ximagesink"]


# Name, and what makes the command.
PROGRAMS = (("Xuanping", xuanping), ("floor: SDL2", floor), ("Chromium kiosk", chromium), ("mpv, vo=x11", mpv),
            ("Qt 6, software", qt), ("GStreamer", gstreamer))
