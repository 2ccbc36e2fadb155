//! One binary of tests: small sites in, whole outputs and whole diagnostics out.

mod charts;
mod compare;
mod diagnostics;
mod layers;
mod mutations;
mod pages;
mod portal;
mod readme;
mod sites;
mod status;
