//! The elements that pictures are made of.

use super::text::escaped;
use std::fmt::Write;

/// An SVG picture that is being drawn. Sizes are in pixels; the origin is at the top left.
pub(super) struct Canvas {
    body: String,
    width: f64,
    height: f64,
}

/// Where a text stands to its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
}

/// A rectangle by its left upper corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Frame {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Canvas {
    pub(super) fn new() -> Self {
        Self { body: String::new(), width: 0.0, height: 0.0 }
    }

    /// Makes room up to a point.
    pub(super) fn reach(&mut self, x: f64, y: f64) {
        self.width = self.width.max(x);
        self.height = self.height.max(y);
    }

    pub(super) fn width(&self) -> f64 {
        self.width
    }

    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// Begins a group of elements that have a class in common, with a text that is shown on pointing.
    pub(super) fn open(&mut self, class: &str, title: &str) {
        let _ = write!(self.body, "<g class=\"{class}\">");
        if !title.is_empty() {
            let _ = write!(self.body, "<title>{}</title>", escaped(title));
        }
    }

    /// Ends what [`Canvas::open`] began.
    pub(super) fn close(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// Begins a link within the page.
    pub(super) fn open_link(&mut self, anchor: &str) {
        let _ = write!(self.body, "<a href=\"#{}\">", escaped(anchor));
    }

    /// Ends what [`Canvas::open_link`] began.
    pub(super) fn close_link(&mut self) {
        self.body.push_str("</a>");
    }

    pub(super) fn rectangle(&mut self, class: &str, frame: Frame, radius: f64) {
        let Frame { x, y, width, height } = frame;
        let _ = write!(
            self.body,
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
            n(x),
            n(y),
            n(width),
            n(height),
            n(radius)
        );
        self.reach(x + width, y + height);
    }

    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let _ = write!(
            self.body,
            "<line class=\"{class}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>",
            n(from.0),
            n(from.1),
            n(to.0),
            n(to.1)
        );
    }

    /// A smooth line through points, with an arrow at its end.
    pub(super) fn arrow(&mut self, class: &str, points: &[(f64, f64)]) {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
        let _ = write!(self.body, "<path class=\"line {class}\" d=\"M{} {}", n(first.0), n(first.1));
        let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or_default();
        for (index, point) in inner.iter().enumerate() {
            // From the middle of one piece to the middle of the next, bent towards the point between them.
            let next = inner.get(index + 1).map_or(*last, |next| middle(*point, *next));
            let _ = write!(self.body, "Q{} {} {} {}", n(point.0), n(point.1), n(next.0), n(next.1));
        }
        if inner.is_empty() {
            let _ = write!(self.body, "L{} {}", n(last.0), n(last.1));
        }
        self.body.push_str("\"/>");
        let before = inner.last().copied().unwrap_or(*first);
        self.head(class, before, *last);
        points.iter().for_each(|(x, y)| self.reach(*x, *y));
    }

    fn head(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        if length < 0.001 {
            return;
        }
        let (ux, uy) = (dx / length, dy / length);
        let corner = |side: f64| (to.0 - 8.0 * ux - side * 3.5 * uy, to.1 - 8.0 * uy + side * 3.5 * ux);
        self.polygon(&format!("head {class}"), &[to, corner(1.0), corner(-1.0)]);
    }

    pub(super) fn polygon(&mut self, class: &str, points: &[(f64, f64)]) {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", n(*x), n(*y))).collect();
        let _ = write!(self.body, "<polygon class=\"{class}\" points=\"{}\"/>", points.join(" "));
    }

    /// One line of text on a baseline.
    pub(super) fn text(&mut self, class: &str, at: (f64, f64), anchor: Anchor, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
        };
        let _ = write!(
            self.body,
            "<text class=\"{class}\" x=\"{}\" y=\"{}\"{anchor}>{}</text>",
            n(at.0),
            n(at.1),
            escaped(text)
        );
    }

    /// The picture as an element, with a name for those who do not see it.
    pub(super) fn finish(self, title: &str, style: Option<&str>, language: &str) -> String {
        let (width, height) = (n(self.width.ceil()), n(self.height.ceil()));
        let style = style.map_or_else(String::new, |style| format!("<style>{style}</style>\n"));
        let ground = if style.is_empty() { "" } else { "<rect class=\"ground\" width=\"100%\" height=\"100%\"/>\n" };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" lang=\"{language}\" role=\"img\" \
             aria-label=\"{0}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n\
             <title>{0}</title>\n{style}{ground}{1}</svg>\n",
            escaped(title),
            self.body
        )
    }
}

fn middle(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    (f64::midpoint(a.0, b.0), f64::midpoint(a.1, b.1))
}

/// A number with at most one digit after the point.
fn n(number: f64) -> String {
    let text = format!("{number:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
