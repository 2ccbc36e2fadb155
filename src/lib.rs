//! minhbach builds public transparency portals: YAML target files and Markdown plan text become a bilingual
//! (Vietnamese and English) static site in which every published number is proven to stand in the clause it cites.
//!
//! The stages, in running order (each uses only what stands left of it; `tests/suite/layers.rs` holds the code to this list):
//! `diagnostic, language -> portal -> content -> markdown -> evidence -> assemble -> chart -> page -> theme -> render, data -> site -> serve -> cli`.

pub mod assemble;
pub mod chart;
pub mod cli;
pub mod content;
pub mod data;
pub mod diagnostic;
pub mod evidence;
pub mod language;
pub mod markdown;
pub mod page;
pub mod portal;
pub mod render;
pub mod serve;
pub mod site;
pub mod theme;
