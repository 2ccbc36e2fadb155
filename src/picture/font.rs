//! The font in the binary, and how wide words run in it: Be Vietnam Pro, under the SIL Open Font
//! License (`fonts/OFL.txt`).

use std::collections::HashMap;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::language::text::nfc;

pub const FAMILY: &str = "Be Vietnam Pro";

const REGULAR: &[u8] = include_bytes!("fonts/BeVietnamPro-Regular.ttf");
const BOLD: &[u8] = include_bytes!("fonts/BeVietnamPro-Bold.ttf");
pub const FILES: [&[u8]; 2] = [REGULAR, BOLD];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// A text's size in pixels and its weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    pub size: f32,
    pub weight: Weight,
}

pub fn regular(size: f32) -> Type {
    Type { size, weight: Weight::Regular }
}

pub fn bold(size: f32) -> Type {
    Type { size, weight: Weight::Bold }
}

/// Measures texts.
pub struct Typeface {
    regular: Face,
    bold: Face,
}

struct Face {
    /// How wide each letter of the font is, for a size of one pixel.
    letters: HashMap<char, f32>,
    /// The same for the box that is drawn for any other.
    unknown: f32,
}

impl Face {
    fn new(file: &'static [u8]) -> Face {
        let font = FontRef::new(file).expect("a test reads both files");
        let widths = font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let letters = font.charmap().mappings().filter_map(|(code, glyph)| {
            Some((char::from_u32(code)?, widths.advance_width(glyph)?))
        });
        Face {
            letters: letters.collect(),
            unknown: widths.advance_width(skrifa::GlyphId::NOTDEF).unwrap_or(1.0),
        }
    }

    fn has(&self, letter: char) -> bool {
        self.letters.contains_key(&letter)
    }

    fn width(&self, text: &str) -> f32 {
        text.chars().map(|letter| self.letters.get(&letter).unwrap_or(&self.unknown)).sum()
    }
}

impl Typeface {
    pub fn new() -> Typeface {
        Typeface { regular: Face::new(REGULAR), bold: Face::new(BOLD) }
    }

    /// The width of a text in one line, in pixels. Kerning, which mostly tightens, is left out.
    pub fn width(&self, text: &str, face: Type) -> f32 {
        self.face(face).width(text) * face.size
    }

    /// The text as it can be drawn: composed, single spaces, and what the font has no letter for
    /// stood in for. Pictures between words are left out; where letters or signs are, which may
    /// change what is said, `…` says so.
    pub fn drawable(&self, text: &str) -> String {
        let mut drawable = String::with_capacity(text.len());
        let mut has_pictures = false;
        for letter in nfc(text).chars() {
            match letter {
                letter if letter.is_whitespace() && letter != '\u{a0}' => {
                    if !drawable.ends_with(' ') {
                        drawable.push(' ');
                    }
                }
                letter if self.regular.has(letter) && self.bold.has(letter) => {
                    drawable.push(letter)
                }
                letter if is_picture(letter) => has_pictures = true,
                letter => match stand_in(letter) {
                    LEFT_OUT if drawable.ends_with(LEFT_OUT) => {}
                    shown => drawable.push_str(shown),
                },
            }
        }
        let drawable = drawable.trim();
        if drawable.is_empty() && has_pictures { LEFT_OUT.to_owned() } else { drawable.to_owned() }
    }

    /// An SVG with all of its texts as they can be drawn.
    pub fn drawable_svg(&self, svg: &str) -> String {
        let mut drawable = String::with_capacity(svg.len());
        let mut rest = svg;
        while let Some((text, after)) = rest.split_once('<') {
            let (tag, after) = after.split_once('>').unwrap_or((after, ""));
            drawable.push_str(&self.drawable(text));
            drawable.extend(["<", tag, ">"]);
            rest = after;
        }
        drawable
    }

    /// The text in at most `most` lines, broken between words; what does not fit is left out by
    /// words, and `…` says so. Only a word that fills a line alone is broken, between its letters.
    pub fn lines(&self, text: &str, face: Type, room: f32, most: usize) -> Vec<String> {
        let mut lines = self.broken_into_lines(text, face, room, most);
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = self.shortened(last, face, room);
            }
        }
        lines
    }

    /// Whether a text fits into so many lines as it is, with no word broken.
    pub fn fits(&self, text: &str, face: Type, room: f32, most: usize) -> bool {
        text.split(' ').all(|word| self.width(word, face) <= room)
            && self.broken_into_lines(text, face, room, most).len() <= most
    }

    /// The first lines; one more than wanted says that there are more.
    fn broken_into_lines(&self, text: &str, face: Type, room: f32, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split(' ').flat_map(|word| self.broken(word, face, room)) {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if !line.is_empty() && self.width(&longer, face) > room {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
                if lines.len() > most {
                    return lines;
                }
            } else {
                line = longer;
            }
        }
        if !line.is_empty() {
            lines.push(line);
        }
        lines
    }

    /// A word in pieces of at most a line; most words are one.
    fn broken<'word>(&self, word: &'word str, face: Type, room: f32) -> Vec<&'word str> {
        let mut pieces = Vec::new();
        let (mut start, mut used) = (0, 0.0);
        for (at, letter) in word.char_indices() {
            let wide = self.width(&word[at..at + letter.len_utf8()], face);
            // What has no width of its own sits on the letter before it.
            if used + wide > room && wide > 0.0 && at > start {
                pieces.push(&word[start..at]);
                (start, used) = (at, 0.0);
            }
            used += wide;
        }
        pieces.push(&word[start..]);
        pieces
    }

    /// The text without as many of its last words as make room for `…`.
    fn shortened(&self, text: &str, face: Type, room: f32) -> String {
        let mut kept = text;
        loop {
            let short = format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.', '–', '-']));
            if self.width(&short, face) <= room {
                return short;
            }
            kept = match kept.rfind(' ') {
                Some(space) => &kept[..space],
                None => &kept[..kept.char_indices().next_back().map_or(0, |(at, _)| at)],
            };
        }
    }

    fn face(&self, face: Type) -> &Face {
        match face.weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

const LEFT_OUT: &str = "…";

/// Whether a letter is a picture, or a part of one. Those that cross something out say something:
/// they are none.
fn is_picture(letter: char) -> bool {
    match letter {
        '⛔' | '✖' | '✗' | '✘' | '❌' | '❎' | '🚫' => false,
        '\u{2600}'..='\u{27bf}'
        | '\u{2b50}'
        | '\u{2b55}'
        | '\u{1f000}'..='\u{1faff}'
        | '\u{e0020}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// What is drawn for what the font has no letter for.
fn stand_in(letter: char) -> &'static str {
    match letter {
        '→' | '⇒' | '➔' | '−' => "–",
        '●' | '■' | '▪' | '◦' => "•",
        '\u{2010}' | '\u{2011}' => "-",
        // Marks that compose with nothing, joiners, soft hyphens, controls.
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' => "",
        letter if letter.is_control() => "",
        _ => LEFT_OUT,
    }
}
