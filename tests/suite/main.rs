//! One binary of tests: small sites in, whole outputs and whole diagnostics out.

mod charts;
mod command;
mod compare;
mod diagnostics;
mod footnotes;
mod formats;
mod grades;
mod import;
mod layers;
mod lineage;
mod merges;
mod mutations;
mod pages;
mod periods;
mod pictures;
mod portal;
mod reading;
mod readme;
mod replaced_results;
mod scaffold;
mod serve;
mod signed;
mod sites;
mod status;
mod translation;
mod word;
