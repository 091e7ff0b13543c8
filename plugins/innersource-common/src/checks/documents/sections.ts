/*
 * Copyright 2026 The InnerSource plugin authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { memoise } from '../memoise';
import {
  DocumentBlock,
  DocumentLink,
  DocumentSection,
  ParsedDocument,
} from './parse';
import { findPhrase, normaliseText } from './text';

/** A section that was looked for, with its subsections' content. */
export interface FoundSection {
  section: DocumentSection;
  blocks: DocumentBlock[];
  /** Characters of prose and code. */
  length: number;
}

/**
 * Finds the section whose heading contains one of the synonyms; of several, the
 * one with most content. The document's title is no section.
 */
export function findSection(
  document: ParsedDocument,
  synonyms: readonly string[],
): FoundSection | undefined {
  let best: FoundSection | undefined;
  sectionsOf(document).forEach(section => {
    if (findPhrase(normaliseText(section.heading), synonyms)) {
      const blocks = contentOf(document, section);
      const length = lengthOf(blocks);
      if (!best || length > best.length) {
        best = { section, blocks, length };
      }
    }
  });
  return best;
}

/** Sections with a heading, the title apart. */
export function sectionsOf(document: ParsedDocument): DocumentSection[] {
  return document.sections.slice(document.title === null ? 1 : 2);
}

/** Content of a section and its subsections. */
export function contentOf(
  document: ParsedDocument,
  section: DocumentSection,
): DocumentBlock[] {
  const start = document.sections.indexOf(section);
  const blocks = [...section.blocks];
  for (let i = start + 1; i < document.sections.length; i++) {
    if (document.sections[i].level <= section.level) {
      break;
    }
    blocks.push(...document.sections[i].blocks);
  }
  return blocks;
}

/** Links in a section and its subsections. */
export function linksOf(
  document: ParsedDocument,
  section: DocumentSection,
): DocumentLink[] {
  const { sections } = document;
  const next = sections
    .slice(sections.indexOf(section) + 1)
    .find(({ level }) => level <= section.level);
  return document.links.filter(
    ({ line }) =>
      line > section.line && (next === undefined || line < next.line),
  );
}

/** What stands between the title (or the start) and the next heading. */
export function introductionOf(document: ParsedDocument): DocumentBlock[] {
  return document.sections
    .slice(0, document.title === null ? 1 : 2)
    .flatMap(({ blocks }) => blocks);
}

/** All content of a document. */
export function allBlocks(document: ParsedDocument): DocumentBlock[] {
  return document.sections.flatMap(({ blocks }) => blocks);
}

/** Characters of prose and code. */
export function lengthOf(blocks: readonly DocumentBlock[]): number {
  return blocks.reduce((total, { text }) => total + text.trim().length, 0);
}

/** Characters of prose. */
export function proseLengthOf(blocks: readonly DocumentBlock[]): number {
  return lengthOf(blocks.filter(({ code }) => !code));
}

/** A block's text as phrases are compared with it, computed once. */
export const normalisedBlock = memoise(({ text }: DocumentBlock) =>
  normaliseText(text),
);

/**
 * The first block that contains one of the phrases, and the sentence of it that
 * does.
 */
export function findInBlocks(
  blocks: readonly DocumentBlock[],
  phrases: readonly string[],
): { block: DocumentBlock; phrase: string; sentence: string } | undefined {
  for (const block of blocks) {
    const phrase = findPhrase(normalisedBlock(block), phrases);
    if (phrase) {
      const sentence = splitSentences(block.text).find(text =>
        findPhrase(normaliseText(text), phrases),
      );
      return { block, phrase, sentence: sentence ?? block.text };
    }
  }
  return undefined;
}

/** Sentences of a text, by their punctuation. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?])\s/);
}
