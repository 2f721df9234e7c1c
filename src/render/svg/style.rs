//! The colours and fonts of pictures, for a file of its own and for a page.

use std::fmt::Write;

const SHAPES: &str = "\
.picture text{font-family:\"Noto Sans\",\"Segoe UI\",\"Helvetica Neue\",Arial,\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif;font-size:13px}
.picture .small{font-size:11px}
.picture .title{font-size:17px;font-weight:600}
.picture .strong{font-weight:600}
.picture .box{stroke-width:1.2}
.picture .judgement .box,.picture .optional-step .box{stroke-dasharray:5 3}
.picture .outcome .box,.picture .role .box{stroke-width:2}
.picture .line{fill:none;stroke-width:1.2}
.picture .dashed{stroke-dasharray:6 4}
.picture .dotted{stroke-dasharray:2 3}
.picture .head{stroke:none;stroke-dasharray:none}
";

/// A colour scheme: classes with fill and stroke.
type Scheme = &'static [(&'static str, &'static str, &'static str)];

const LIGHT: Scheme = &[
    (".ground", "#ffffff", "none"),
    ("text", "#1b2733", "none"),
    (".small", "#44505c", "none"),
    (".group", "#f5f7f9", "#c3ccd5"),
    (".fact .box", "#eaf2fb", "#4a78a8"),
    (".judgement .box", "#fdf4e3", "#a8741a"),
    (".clause .box", "#ffffff", "#5c6773"),
    (".outcome .box", "#e5f4ea", "#2b7a4b"),
    (".body .box", "#f2ecf9", "#744a9e"),
    (".role .box", "#fdeaef", "#ad3556"),
    (".step .box,.picture .optional-step .box", "#eaf2fb", "#4a78a8"),
    (".duty .box", "#fdf4e3", "#a8741a"),
    (".right .box", "#e3f3f4", "#20767c"),
    (".rung .box", "#f5f7f9", "#8a95a0"),
    (".line", "none", "#7a8692"),
    (".head", "#7a8692", "none"),
    (".line.exempts", "none", "#b3372f"),
    (".head.exempts", "#b3372f", "none"),
    (".line.adjusts", "none", "#b0690a"),
    (".head.adjusts", "#b0690a", "none"),
    (".line.gives", "none", "#2b7a4b"),
    (".head.gives", "#2b7a4b", "none"),
    (".plate", "#ffffff", "none"),
    (".grid", "none", "#d5dce3"),
    (".bar", "#3f8f60", "none"),
    (".bar.otherwise", "#9fcbb1", "#3f8f60"),
    (".mark.lighter", "#4a78a8", "none"),
    (".mark.heavier", "#b0690a", "none"),
    (".mark.exempt", "#b3372f", "none"),
    (".band", "#f5f7f9", "none"),
];

const DARK: Scheme = &[
    ("text", "#e4e9ee", "none"),
    (".small", "#b4bec8", "none"),
    (".group", "#1d242b", "#46525e"),
    (".fact .box", "#1b2c3e", "#7fa8d4"),
    (".judgement .box", "#382c14", "#d6a650"),
    (".clause .box", "#171d23", "#9aa6b2"),
    (".outcome .box", "#17301f", "#6cbf8c"),
    (".body .box", "#2a2036", "#b490dc"),
    (".role .box", "#391d26", "#e88aa3"),
    (".step .box,.picture .optional-step .box", "#1b2c3e", "#7fa8d4"),
    (".duty .box", "#382c14", "#d6a650"),
    (".right .box", "#142f31", "#63bcc2"),
    (".rung .box", "#1d242b", "#8a95a0"),
    (".line", "none", "#8d99a5"),
    (".head", "#8d99a5", "none"),
    (".line.exempts", "none", "#ee8a80"),
    (".head.exempts", "#ee8a80", "none"),
    (".line.adjusts", "none", "#e5ac57"),
    (".head.adjusts", "#e5ac57", "none"),
    (".line.gives", "none", "#6cbf8c"),
    (".head.gives", "#6cbf8c", "none"),
    (".plate", "#12171c", "none"),
    (".grid", "none", "#36414b"),
    (".bar", "#58aa7a", "none"),
    (".bar.otherwise", "#25402f", "#58aa7a"),
    (".mark.lighter", "#7fa8d4", "none"),
    (".mark.heavier", "#e5ac57", "none"),
    (".mark.exempt", "#ee8a80", "none"),
    (".band", "#171d23", "none"),
];

/// The style of pictures on a light ground.
pub(in crate::render) fn light() -> String {
    format!("{SHAPES}{}", rules(LIGHT))
}

/// What a page adds where its reader prefers a dark ground.
pub(in crate::render) fn dark() -> String {
    rules(DARK)
}

fn rules(scheme: Scheme) -> String {
    let mut text = String::new();
    for (class, fill, stroke) in scheme {
        let _ = writeln!(text, ".picture {class}{{fill:{fill};stroke:{stroke}}}");
    }
    text
}
