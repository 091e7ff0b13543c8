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

/** What checks and sources say, in German; the keys are those of the English texts. */
const messages = {
  'check.description.title': 'Aussagekräftige Beschreibung',
  'check.description.why':
    'Die Beschreibung ist das Erste, was in Suchergebnissen und Listen gelesen wird. Ohne Stichwörter darin findet niemand das Projekt.',
  'check.description.remedy':
    'In einem Satz beschreiben, was das Projekt leistet und für wen: in der Beschreibung des Katalogeintrags oder des Repositorys.',
  'check.topics.title': 'Topics oder Tags',
  'check.topics.why':
    'Topics bringen ein Projekt mit Menschen zusammen, die nach einer Technik oder einem Fachgebiet suchen.',
  'check.topics.remedy':
    'Dem Repository Topics oder dem Katalogeintrag Tags geben: Technik, Fachgebiet und innersource, wenn Beiträge willkommen sind.',
  'check.owner.title': 'Gehört einem Team mit Mitgliedern',
  'check.owner.why':
    'Wer beiträgt, braucht ein Team, das antwortet. Ein Eigentümer, den es nicht gibt, oder eine einzelne Person, die geht, lässt das Projekt verwaist zurück.',
  'check.owner.remedy':
    'spec.owner des Katalogeintrags auf eine Gruppe setzen, die es im Katalog gibt und die Mitglieder hat.',
  'check.visibility.title': 'Für die ganze Organisation sichtbar',
  'check.visibility.why':
    'Niemand kann zu etwas beitragen, das er nicht lesen darf. Interne Sichtbarkeit nimmt diese Hürde, ohne den Code zu veröffentlichen.',
  'check.visibility.remedy':
    'Die Sichtbarkeit des Repositorys auf intern oder öffentlich stellen, damit alle in der Organisation es lesen können.',
  'check.readme-substance.title': 'README mit Substanz',
  'check.readme-substance.why':
    'Das README ist die Eingangstür. Eines, das nur den Namen des Projekts wiederholt, schickt Besucher wieder fort.',
  'check.readme-substance.remedy':
    'Ein README schreiben, das sagt, was das Projekt leistet, wozu es da ist, wie man anfängt und wo es Hilfe gibt.',
  'check.maintained.title': 'Gepflegt',
  'check.maintained.why':
    'Zu einem aufgegebenen Projekt will niemand beitragen.',
  'check.maintained.remedy':
    'Mergen oder beantworten, was wartet, und veröffentlichen, was fertig ist; oder das Repository archivieren, wenn das Projekt beendet ist.',
  'check.portal-metadata.title': 'Portal-Metadaten (innersource.json)',
  'check.portal-metadata.why':
    'Die Datei sagt einem Portal, warum sich ein Beitrag lohnt, welche Arten von Hilfe erwünscht sind und welche Kenntnisse sie erfordern.',
  'check.portal-metadata.remedy':
    'Eine innersource.json mit motivation, contributions und skills hinzufügen.',
  'check.readme-purpose.title': 'README sagt, was es ist und wozu',
  'check.readme-purpose.why':
    'Innerhalb einer Minute muss erkennbar sein, ob das Projekt das eigene Problem löst.',
  'check.readme-purpose.remedy':
    'Das README mit einem Absatz beginnen, der sagt, was das Projekt leistet, für wen und wozu es da ist.',
  'check.readme-getting-started.title': 'Erste Schritte oder Benutzung',
  'check.readme-getting-started.why':
    'Wer etwas nicht in wenigen Minuten ausprobieren kann, geht wieder. Aus Nutzern werden Beitragende.',
  'check.readme-getting-started.remedy':
    'Dem README einen Abschnitt „Erste Schritte“ geben: was gebraucht wird, wie man installiert und was als Erstes zu tun ist.',
  'check.help-channel.title': 'Wo es Hilfe gibt',
  'check.help-channel.why':
    'Ein öffentlicher, durchsuchbarer Kanal beantwortet eine Frage einmal für alle. Ohne ihn fragt niemand, oder man baut etwas Eigenes.',
  'check.help-channel.remedy':
    'Im README oder in einer Datei SUPPORT sagen, welcher Kanal, Tracker oder welche E-Mail-Adresse für Fragen da ist.',
  'check.maintainers-named.title': 'Wer wir sind',
  'check.maintainers-named.why':
    'Wer beiträgt, möchte wissen, mit wem er es zu tun hat und wen er um ein Review bitten kann.',
  'check.maintainers-named.remedy':
    'Das Team und seine Maintainer in einem Abschnitt „Wer wir sind“ des READMEs oder in einer Datei MAINTAINERS nennen.',
  'check.license.title': 'Bekannte Lizenz',
  'check.license.why':
    'Ohne Lizenz ist für andere Gesellschaften der Organisation unklar, ob sie den Code benutzen und ändern dürfen.',
  'check.license.remedy':
    'Eine Datei LICENSE hinzufügen: mit dem Text einer Lizenz, die eine SPDX-Kennung hat, oder mit der Lizenz, die die Organisation intern verwendet.',
  'check.design-decisions.title':
    'Entwurfsentscheidungen oder Architektur dokumentiert',
  'check.design-decisions.why':
    'Wer von außen kommt, war nicht dabei, als entschieden wurde. Aufgeschriebene Gründe ersparen den einen das Rätselraten und den anderen wiederholte Diskussionen.',
  'check.design-decisions.remedy':
    'Je Entscheidung eine Datei unter docs/adr anlegen oder die Architektur in docs/architecture.md beschreiben.',
  'check.contributing-guide.title': 'Leitfaden für Beiträge',
  'check.contributing-guide.why':
    'Er sagt Beitragenden, was sie erwartet, und erspart den Maintainern, immer wieder dasselbe zu erklären.',
  'check.contributing-guide.remedy':
    'Eine Datei CONTRIBUTING hinzufügen, die sagt, welche Beiträge erwünscht sind, wie man baut, testet und einreicht und wann mit einer Antwort zu rechnen ist.',
  'check.build-and-test.title': 'Sagt, wie man baut und testet',
  'check.build-and-test.why':
    'Eine Änderung, die niemand bauen und testen konnte, kostet beim Review mehr, als sie bringt.',
  'check.build-and-test.remedy':
    'Die Befehle aufschreiben, die das Projekt bauen und seine Tests ausführen, angefangen bei einem frischen Klon.',
  'check.submit-change.title': 'Sagt, wie man eine Änderung einreicht',
  'check.submit-change.why':
    'Branch oder Fork, welche Prüfungen grün sein müssen, wer das Review macht: Jedes Team hält es anders, und von außen ist das nicht zu erkennen.',
  'check.submit-change.remedy':
    'Im Leitfaden für Beiträge den Weg einer Änderung von Branch oder Fork bis zum Merge beschreiben.',
  'check.contributions-wanted.title': 'Sagt, welche Beiträge erwünscht sind',
  'check.contributions-wanted.why':
    'Menschen geben, worum sie gebeten werden. Eine Liste erwünschter Hilfe macht aus gutem Willen Beiträge, die gemergt werden.',
  'check.contributions-wanted.remedy':
    'Erwünschte und unerwünschte Arten von Hilfe auflisten: im Leitfaden für Beiträge oder unter contributions in innersource.json.',
  'check.response-target.title': 'Sagt, wie schnell Maintainer antworten',
  'check.response-target.why':
    'Wer beiträgt, plant mit einer Antwort, auf die er zählen kann. Ein genanntes Ziel schützt auch die Zeit der Maintainer.',
  'check.response-target.remedy':
    'Im Leitfaden für Beiträge eine Zeit für die erste Antwort zusagen, die sich einhalten lässt, zum Beispiel „Wir antworten innerhalb von zwei Arbeitstagen“.',
  'check.forking-or-access.title': 'Forken erlaubt oder Schreibzugriff erklärt',
  'check.forking-or-access.why':
    'Wer weder forken noch pushen darf, kann gar keine Änderung anbieten.',
  'check.forking-or-access.remedy':
    'Forks des Repositorys erlauben oder im Leitfaden für Beiträge sagen, wie man Schreibzugriff für einen Branch bekommt.',
  'check.issue-tracker.title': 'Issue-Tracker eingeschaltet',
  'check.issue-tracker.why':
    'In einem offenen Tracker erfahren Außenstehende von Plänen, melden Probleme und finden Aufgaben.',
  'check.issue-tracker.remedy':
    'Issues für das Repository einschalten oder den verwendeten Tracker im README verlinken.',
  'check.issue-templates.title': 'Issue-Vorlagen',
  'check.issue-templates.why':
    'Eine Vorlage fragt nach dem, was Maintainer zum Helfen brauchen, damit die erste Antwort keine Rückfrage sein muss.',
  'check.issue-templates.remedy':
    'Ein Issue-Formular für Probleme und eines für Ideen hinzufügen.',
  'check.pull-request-template.title': 'Vorlage für Pull Requests',
  'check.pull-request-template.why':
    'Eine kurze Checkliste sagt Beitragenden, worauf beim Review geachtet wird, bevor es so weit ist.',
  'check.pull-request-template.remedy':
    'Eine Vorlage für Pull Requests mit einer kurzen Checkliste hinzufügen.',
  'check.starter-issues.title': 'Einsteiger-Issues offen',
  'check.starter-issues.why':
    'Ein erstes Issue der richtigen Größe ist der kürzeste Weg vom Lesen zum Beitragen.',
  'check.starter-issues.remedy':
    'Einige Issues von überschaubarer Größe mit „good first issue“ oder „help wanted“ kennzeichnen und niemandem zuweisen, bis jemand sie übernimmt.',
  'check.codeowners.title': 'CODEOWNERS mit Zuständigen für alles',
  'check.codeowners.why':
    'Jede Änderung von außen braucht ein Review. Mit CODEOWNERS fragt der Host die richtigen Leute, ohne dass jemand sie kennen muss.',
  'check.codeowners.remedy':
    'Eine Datei CODEOWNERS hinzufügen, deren erste Regel dem eigenen Team alles zuordnet.',
  'check.trusted-committers.title': 'Trusted Committer benannt',
  'check.trusted-committers.why':
    'Ein Trusted Committer kümmert sich um Beitragende aus anderen Teams. Wer benannt ist, wird gefragt; sonst bleibt nur Raten.',
  'check.trusted-committers.remedy':
    'Die Trusted Committer in einer Datei TRUSTED-COMMITTERS oder in einem Abschnitt des READMEs nennen.',
  'check.code-of-conduct.title': 'Verhaltenskodex',
  'check.code-of-conduct.why':
    'Menschen aus anderen Teams müssen wissen, dass man ihnen mit Respekt begegnet und an wen sie sich wenden können, wenn nicht.',
  'check.code-of-conduct.remedy':
    'Eine Datei CODE_OF_CONDUCT mit einer Kontaktadresse hinzufügen oder auf den Verhaltenskodex der Organisation verlinken.',
  'check.review-required.title':
    'Review auf dem Standard-Branch vorgeschrieben',
  'check.review-required.why':
    'Ein Review vor dem Merge schützt das Projekt und hilft Beitragenden, zu lernen. Regeln, die der Host durchsetzt, gelten für alle gleich.',
  'check.review-required.remedy':
    'Den Standard-Branch schützen: keine Force-Pushes und kein Löschen, mindestens ein zustimmendes Review, verpflichtende Statusprüfungen, dann Reviews durch Code Owner.',
  'check.governance-level.title': 'Governance-Stufe angegeben',
  'check.governance-level.why':
    'Teams verstehen unter InnerSource Verschiedenes. Eine angegebene Stufe sagt sofort, ob Issues, Änderungen oder geteilte Verantwortung angeboten werden.',
  'check.governance-level.remedy':
    'Die Annotation innersource.io/governance-level des Katalogeintrags oder governanceLevel in innersource.json auf issues-welcome, contributions-welcome, shared-write-access oder shared-ownership setzen.',
  'check.security-policy.title': 'Sicherheitsrichtlinie',
  'check.security-policy.why':
    'Wer eine Schwachstelle findet, muss wissen, wie er sie meldet, ohne dass alle davon erfahren.',
  'check.security-policy.remedy':
    'Eine Datei SECURITY hinzufügen, die sagt, wie und wem eine Schwachstelle zu melden ist und wann mit einer Antwort zu rechnen ist.',
  'check.support-after-merge.title': 'Unterstützung nach dem Merge zugesagt',
  'check.support-after-merge.why':
    'Ein Team nimmt fremden Code leichter an, wenn seine Urheber eine Weile dafür einstehen. Eine erklärte Gewährleistung macht daraus eine Regel statt eines Gefallens.',
  'check.support-after-merge.remedy':
    'Im Leitfaden für Beiträge sagen, wie lange Beitragende nach dem Merge helfen, ihre Änderung zu korrigieren, zum Beispiel 30 Tage.',
  'check.first-response.title': 'Antwortet anderen Teams rechtzeitig',
  'check.first-response.why':
    'Die Zeit bis zur ersten Antwort entscheidet, ob jemand wiederkommt.',
  'check.first-response.remedy':
    'Vereinbaren, wer täglich nach neuen Änderungsanträgen sieht, und mit einem ersten Kommentar antworten, auch wenn das Review warten muss.',
  'check.closure-ratio.title':
    'Schließt so viele Änderungsanträge, wie gestellt werden',
  'check.closure-ratio.why':
    'Wird mehr geöffnet als geschlossen, wächst eine Warteschlange und mit ihr die Wartezeit aller.',
  'check.closure-ratio.remedy':
    'Die offenen Änderungsanträge durchgehen: mergen oder mit einer freundlichen Begründung schließen.',
  'check.no-unanswered.title':
    'Lässt keinen Änderungsantrag anderer unbeantwortet',
  'check.no-unanswered.why':
    'Ein Änderungsantrag ohne Antwort sagt seinem Urheber und allen, die ihn sehen, dass Beiträge nicht erwünscht sind.',
  'check.no-unanswered.remedy':
    'Die hier genannten Änderungsanträge beantworten, die ältesten zuerst, und sei es nur mit dem Termin, an dem sie angesehen werden.',
  'check.absence-factor.title': 'Hängt nicht an einer einzigen Person',
  'check.absence-factor.why':
    'Leistet eine Person mehr als die Hälfte aller Beiträge, steht das Projekt still, sobald sie Urlaub hat.',
  'check.absence-factor.remedy':
    'Die Arbeit verteilen: andere Reviews machen lassen, gemeinsam an den Teilen arbeiten, die nur eine Person kennt, und Beitragende einladen, Maintainer zu werden.',
  'check.active-maintainers.title': 'Mehr als ein aktiver Maintainer',
  'check.active-maintainers.why':
    'Zwei aktive Maintainer können einander Reviews geben und antworten, wenn einer fehlt.',
  'check.active-maintainers.remedy':
    'Einen zweiten Maintainer gewinnen: ein Mitglied des Teams oder einen Trusted Committer aus einem anderen, der Reviews macht und mergt.',
  'check.continuous-integration.title': 'Continuous Integration',
  'check.continuous-integration.why':
    'Eine Pipeline zeigt binnen Minuten, ob eine Änderung funktioniert, bevor jemand sie ansehen muss.',
  'check.continuous-integration.remedy':
    'Eine Pipeline hinzufügen, die jeden Änderungsantrag baut und testet, zum Beispiel einen Workflow unter .github/workflows.',
  'check.tests.title': 'Tests vorhanden',
  'check.tests.why':
    'Mit Tests ändern Fremde Code ohne Angst, und beim Review muss nicht alles selbst ausprobiert werden.',
  'check.tests.remedy':
    'Automatische Tests hinzufügen, angefangen bei dem Verhalten, auf das andere sich am meisten verlassen.',
  'check.releases.title':
    'Release oder gepflegtes Änderungsprotokoll binnen eines Jahres',
  'check.releases.why':
    'Releases mit Versionshinweisen zeigen, dass das Projekt einsatzfähig ist, und sagen den Nutzern, was sich geändert hat.',
  'check.releases.remedy':
    'Ein Release mit Versionshinweisen veröffentlichen oder ein CHANGELOG mit einem datierten Abschnitt je Version führen.',
  'check.semantic-versions.title': 'Semantische Versionen',
  'check.semantic-versions.why':
    'Eine Versionsnummer, die inkompatible von harmlosen Änderungen unterscheidet, erlaubt es Nutzern, ohne Rückfrage zu aktualisieren.',
  'check.semantic-versions.remedy':
    'Releases nach dem Muster MAJOR.MINOR.PATCH benennen, zum Beispiel v1.4.2.',
  'check.usage.title': 'Von anderen benutzt',
  'check.usage.why':
    'Was mehrere Teams benutzen, ist es wert, geteilt zu werden, und seine Nutzer sind die Beitragenden von morgen.',
  'check.usage.remedy':
    'Die Teams, die es benutzen, bitten, das im Katalog mit dependsOn oder consumesApis anzugeben.',
  'organization.base-permission.title': 'Mitglieder dürfen standardmäßig lesen',
  'organization.base-permission.recommended':
    'Grundberechtigung Read; oder None, wo Repositorys standardmäßig intern sind.',
  'organization.base-permission.why':
    'Was nicht gelesen werden kann, kann nicht wiederverwendet oder verbessert werden. Read genügt, um zu klonen, Issues zu öffnen und aus einem Fork Änderungen vorzuschlagen.',
  'organization.base-permission.tradeOff':
    'Read öffnet jedes private Repository für alle Mitglieder. Was wirklich geheim ist, gehört in eine eigene Organisation, bevor der Rest geöffnet wird; mit Write und Admin dürfen alle alles ändern.',
  'organization.default-visibility.title':
    'Neue Repositorys sind standardmäßig intern',
  'organization.default-visibility.recommended': 'Intern.',
  'organization.default-visibility.why':
    'Die meisten behalten die Voreinstellung bei. Ein Repository, das intern entsteht, wird von anderen gefunden, ohne dass jemand darum bitten muss.',
  'organization.default-visibility.tradeOff':
    'Wer Geheimhaltung braucht, muss sie wählen. In den Richtlinien für neue Repositorys sollte stehen, wann „privat“ richtig ist.',
  'organization.internal-repository-creation.title':
    'Mitglieder dürfen interne Repositorys anlegen',
  'organization.internal-repository-creation.recommended':
    'Erlaubt, ebenso wie private.',
  'organization.internal-repository-creation.why':
    'Teilen beginnt mit einem Repository. Wer dafür erst einen Administrator bitten muss, teilt weniger.',
  'organization.internal-repository-creation.tradeOff':
    'Mehr Repositorys, darunter auch aufgegebene. Besser archivieren, was niemand pflegt, als Menschen vom Anfangen abzuhalten.',
  'organization.public-repository-creation.title':
    'Veröffentlichen ist eine eigene Entscheidung',
  'organization.public-repository-creation.recommended':
    'Mitglieder dürfen öffentliche Repositorys nicht von sich aus anlegen.',
  'organization.public-repository-creation.why':
    'Nach innen wird freier geteilt, wenn nichts versehentlich veröffentlicht werden kann.',
  'organization.public-repository-creation.tradeOff':
    'Open Source braucht einen anderen Weg: ein Open Source Program Office oder eine Organisation für öffentliche Arbeit.',
  'organization.forking.title':
    'Private und interne Repositorys dürfen geforkt werden',
  'organization.forking.recommended':
    'Erlaubt; einzelne Repositorys dürfen es ausschließen.',
  'organization.forking.why':
    'Über einen Fork schlägt man ohne Schreibzugriff eine Änderung vor. Ohne Forks brauchen alle Beitragenden zuerst Schreibzugriff.',
  'organization.forking.tradeOff':
    'Kopien überdauern geänderte Zugriffsrechte und werden bei Scans leicht übersehen. Wo das zählt, Forks auf die Organisation beschränken.',
  'organization.two-factor.title':
    'Zwei-Faktor-Authentifizierung ist vorgeschrieben',
  'organization.two-factor.recommended': 'Für alle Mitglieder vorgeschrieben.',
  'organization.two-factor.why':
    'Je mehr jemand lesen und ändern darf, desto wertvoller ist ein gestohlenes Konto. Erst der zweite Faktor macht Offenheit vertretbar.',
  'organization.two-factor.tradeOff':
    'Mitglieder ohne zweiten Faktor verlieren beim Einschalten den Zugriff: vorher ankündigen. Wo Konten aus einem Single Sign-on mit eigenem zweitem Faktor kommen, darf die Einstellung aus bleiben.',
  'organization.organization-rulesets.title':
    'Regeln schützen die Branches aller Repositorys',
  'organization.organization-rulesets.recommended':
    'Mindestens ein aktiver Regelsatz für Branches.',
  'organization.organization-rulesets.why':
    'Teams öffnen sich leichter, wenn nichts ohne Review auf einen Hauptbranch gelangt, in jedem Repository gleichermaßen.',
  'organization.organization-rulesets.tradeOff':
    'Regeln für alle treffen auch kleine und experimentelle Repositorys. Von allen wenig verlangen und den Rest jedem einzelnen überlassen.',
  'organization.default-community-files.title':
    'Standarddateien der Organisation springen ein, wo ein Repository keine hat',
  'organization.default-community-files.recommended':
    'Mindestens CONTRIBUTING und CODE_OF_CONDUCT.',
  'organization.default-community-files.why':
    'Neulinge finden überall dieselben Grundregeln vor, und kleine Projekte müssen sie nicht jeweils selbst schreiben.',
  'organization.default-community-files.tradeOff':
    'Gemeinsame Texte sagen wenig über ein einzelnes Projekt: Wie man baut, testet und einreicht, gehört in dessen eigenen Leitfaden.',
  'message.sentences': '{{first}} {{second}}',
  'message.quoted': '„{{text}}“',
  'message.root': 'Wurzelverzeichnis',
  'message.nothing': 'nichts',
  'message.hours_one': '{{count}} Stunde',
  'message.hours_other': '{{count}} Stunden',
  'message.days_one': '{{count}} Tag',
  'message.days_other': '{{count}} Tage',
  'message.found': '{{path}} gefunden.',
  'message.found-default': '{{path}} gefunden, der Standard der Organisation.',
  'message.default-applies': 'Es gilt {{path}}, der Standard der Organisation.',
  'message.not-found':
    'Nicht gefunden: {{names}}. Gesucht in: {{directories}}.',
  'message.unread': '{{path}} ist vorhanden, der Text wurde nicht gelesen.',
  'message.partly-read':
    'Von {{path}} wurden nur die ersten {{size}} KiB gelesen.',
  'message.not-listed':
    'Nicht alle Verzeichnisse wurden aufgelistet: {{directories}}.',
  'message.directory-not-listed':
    'Das Verzeichnis {{path}}/ wurde nicht aufgelistet.',
  'message.no-directory':
    'Keines dieser Verzeichnisse gibt es: {{directories}}.',
  'message.directory-holds_one':
    '{{path}}/ enthält {{count}} Eintrag, z. B. {{name}}.',
  'message.directory-holds_other':
    '{{path}}/ enthält {{count}} Einträge, z. B. {{name}}.',
  'message.looked-in': 'Gesucht in {{paths}}.',
  'message.no-document': 'Es gibt kein Dokument, in dem es stehen könnte.',
  'message.not-text': '{{path}} ist keine Textdatei.',
  'message.no-text': '{{path}} enthält keinen Text.',
  'message.empty': '{{path}} ist leer.',
  'message.says': 'Dort steht „{{text}}“.',
  'message.says-nothing-of': 'Dort steht nichts von {{phrases}}.',
  'message.links-to': 'Es gibt einen Link auf {{target}}.',
  'message.links-to-text': 'Es gibt einen Link auf „{{text}}“.',
  'message.links-to-none': 'Es gibt keinen Link auf {{hosts}}.',
  'message.front-matter-lacks': 'Im Front Matter fehlt: {{keys}}.',
  'message.front-matter-has': 'Das Front Matter enthält: {{keys}}.',
  'message.no-section': 'Es gibt keinen Abschnitt „{{heading}}“.',
  'message.section-says': 'Im Abschnitt „{{heading}}“ steht „{{text}}“.',
  'message.section-says-so': 'Es steht im Abschnitt „{{heading}}“.',
  'message.section-length_one':
    'Der Abschnitt „{{heading}}“ hat {{count}} Zeichen.',
  'message.section-length_other':
    'Der Abschnitt „{{heading}}“ hat {{count}} Zeichen.',
  'message.section-short_one':
    'Der Abschnitt „{{heading}}“ hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.section-short_other':
    'Der Abschnitt „{{heading}}“ hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.text-length_one': 'Der Text hat {{count}} Zeichen.',
  'message.text-length_other': 'Der Text hat {{count}} Zeichen.',
  'message.text-short_one':
    'Der Text hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.text-short_other':
    'Der Text hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.file-length_one': '{{path}} hat {{count}} Zeichen.',
  'message.file-length_other': '{{path}} hat {{count}} Zeichen.',
  'message.default-length_one':
    '{{path}}, der Standard der Organisation, hat {{count}} Zeichen.',
  'message.default-length_other':
    '{{path}}, der Standard der Organisation, hat {{count}} Zeichen.',
  'message.least-characters': 'Verlangt sind mindestens {{minimum}} Zeichen.',
  'message.shared-readme':
    '{{readme}} beschreibt das Repository; {{path}} hat kein eigenes README.',
  'message.not-at-level':
    'Auf der Governance-Stufe {{level}} wird dies nicht verlangt.',
  'message.check-failed':
    'Der Code dieser Prüfung ist fehlgeschlagen: {{reason}}',
  'message.exemption-expired':
    'Eine Ausnahme von dieser Prüfung ist am {{date}} abgelaufen.',
  'message.described-catalog': 'Der Katalog beschreibt es so: „{{text}}“.',
  'message.described-repository':
    'Das Repository beschreibt es so: „{{text}}“.',
  'message.description-short-catalog_one':
    'Die Beschreibung „{{text}}“ im Katalog hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.description-short-catalog_other':
    'Die Beschreibung „{{text}}“ im Katalog hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.description-short-repository_one':
    'Die Beschreibung „{{text}}“ des Repositorys hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.description-short-repository_other':
    'Die Beschreibung „{{text}}“ des Repositorys hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.no-catalog-description':
    'Der Katalog hat keine aussagekräftige Beschreibung.',
  'message.no-description':
    'Weder der Katalog noch das Repository beschreibt das Projekt.',
  'message.topics_one': 'Es hat {{count}} Topic: {{topics}}.',
  'message.topics_other': 'Es hat {{count}} Topics: {{topics}}.',
  'message.no-topics': 'Es hat weder Topics noch Tags.',
  'message.few-tags_one':
    'Der Katalogeintrag hat {{count}} Tag, weniger als {{minimum}}.',
  'message.few-tags_other':
    'Der Katalogeintrag hat {{count}} Tags, weniger als {{minimum}}.',
  'message.least-topics': 'Verlangt sind mindestens {{minimum}}.',
  'message.no-owner': 'Der Katalogeintrag nennt keinen Eigentümer.',
  'message.owner-missing': 'Den Eigentümer {{owner}} gibt es im Katalog nicht.',
  'message.owner-person':
    'Der Eigentümer {{owner}} ist eine einzelne Person, kein Team.',
  'message.owner-kind':
    'Der Eigentümer {{owner}} ist weder eine Gruppe noch eine Person.',
  'message.owner-members_one':
    'Der Eigentümer {{owner}} hat {{count}} Mitglied.',
  'message.owner-members_other':
    'Der Eigentümer {{owner}} hat {{count}} Mitglieder.',
  'message.owner-empty': 'Der Eigentümer {{owner}} hat keine Mitglieder.',
  'message.visibility-private': 'Das Repository ist privat.',
  'message.visibility-internal': 'Das Repository ist intern.',
  'message.visibility-public': 'Das Repository ist öffentlich.',
  'message.readme-elsewhere':
    '{{path}} hat kein eigenes README, nur das Repository hat eines.',
  'message.readme-length_one':
    '{{path}} hat {{count}} Zeichen Text in {{sections}}.',
  'message.readme-length_other':
    '{{path}} hat {{count}} Zeichen Text in {{sections}}.',
  'message.readme-part-length_one':
    '{{path}} hat im gelesenen Teil (insgesamt {{size}} Bytes) {{count}} Zeichen Text in {{sections}}.',
  'message.readme-part-length_other':
    '{{path}} hat im gelesenen Teil (insgesamt {{size}} Bytes) {{count}} Zeichen Text in {{sections}}.',
  'message.in-sections_one': '{{count}} Abschnitt',
  'message.in-sections_other': '{{count}} Abschnitten',
  'message.least-readme':
    'Verlangt sind mindestens {{minimum}} Zeichen und {{sections}}.',
  'message.sections_one': '{{count}} Abschnitt',
  'message.sections_other': '{{count}} Abschnitte',
  'message.archived': 'Das Repository ist archiviert.',
  'message.no-commit': 'Es gibt keinen Commit.',
  'message.no-commit-in-path': 'Es gibt keinen Commit, der {{path}} berührt.',
  'message.no-change-date': 'Das Datum der letzten Änderung ist nicht bekannt.',
  'message.last-commit_zero':
    'Der letzte Commit war vor weniger als einem Tag, am {{date}}.',
  'message.last-commit_one':
    'Der letzte Commit war vor {{count}} Tag, am {{date}}.',
  'message.last-commit_other':
    'Der letzte Commit war vor {{count}} Tagen, am {{date}}.',
  'message.last-push_zero':
    'Der letzte Push war vor weniger als einem Tag, am {{date}}.',
  'message.last-push_one':
    'Der letzte Push war vor {{count}} Tag, am {{date}}.',
  'message.last-push_other':
    'Der letzte Push war vor {{count}} Tagen, am {{date}}.',
  'message.metadata-gives': 'Die Datei ist gültig und enthält {{keys}}.',
  'message.metadata-gives-nothing':
    'Die Datei ist gültig, enthält aber weder motivation noch contributions oder skills.',
  'message.metadata-not-text': 'Die Datei ist keine Textdatei.',
  'message.metadata-too-large':
    'Die Datei hat {{size}} Bytes; höchstens {{maximum}} werden gelesen.',
  'message.metadata-no-json': 'Die Datei ist kein gültiges JSON.',
  'message.metadata-list':
    'Die Datei enthält eine Liste; sie muss ein Objekt enthalten.',
  'message.metadata-no-object': 'Die Datei muss ein Objekt enthalten.',
  'message.metadata-text': '`{{key}}` muss ein Text sein.',
  'message.metadata-text-long':
    '`{{key}}` hat mehr als {{maximum}} Zeichen und muss gekürzt werden.',
  'message.metadata-texts':
    '`{{key}}` muss eine Liste von höchstens {{items}} Texten mit höchstens {{length}} Zeichen sein.',
  'message.metadata-url': '`{{key}}` muss eine URL mit http oder https sein.',
  'message.metadata-logo':
    '`logo` muss eine URL mit http oder https oder ein Pfad im Repository sein.',
  'message.metadata-level':
    '`governanceLevel` muss einer dieser Werte sein: {{levels}}.',
  'message.section-explains':
    'Der Abschnitt „{{heading}}“ erklärt das Projekt.',
  'message.introduction_one':
    'Am Anfang stehen {{count}} Zeichen Einleitung: „{{text}}“.',
  'message.introduction_other':
    'Am Anfang stehen {{count}} Zeichen Einleitung: „{{text}}“.',
  'message.introduction-short_one':
    'Die Einleitung „{{text}}“ hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.introduction-short_other':
    'Die Einleitung „{{text}}“ hat {{count}} Zeichen, weniger als {{minimum}}.',
  'message.no-introduction':
    'Keine Einleitung sagt, was das Projekt leistet und wozu.',
  'message.section-starts':
    'Der Abschnitt „{{heading}}“ zeigt, wie man anfängt.',
  'message.no-start':
    'Kein Abschnitt sagt, wie man anfängt oder das Projekt benutzt.',
  'message.file-helps': '{{path}} sagt, wo es Hilfe gibt.',
  'message.section-names': 'Der Abschnitt „{{heading}}“ nennt {{target}}.',
  'message.section-names-channel':
    'Der Abschnitt „{{heading}}“ nennt einen Kanal.',
  'message.section-names-nothing':
    'Der Abschnitt „{{heading}}“ nennt weder Link noch Kanal oder Adresse.',
  'message.no-channel':
    'Es wird kein Kanal, kein Issue-Tracker und keine E-Mail-Adresse für Fragen genannt.',
  'message.catalog-links': 'Der Katalogeintrag verlinkt {{target}}.',
  'message.names-person': 'Genannt wird {{name}}.',
  'message.names-person-and-more':
    'Genannt werden {{name}} und {{more}} weitere.',
  'message.section-stands-behind':
    'Der Abschnitt „{{heading}}“ sagt, wer dahintersteht.',
  'message.no-maintainers': 'Nirgends steht, wer das Projekt betreut.',
  'message.license': 'Die Lizenz ist {{name}} ({{spdxId}}).',
  'message.no-license': 'Es gibt keine Lizenzdatei.',
  'message.license-unrecognised':
    'Es gibt eine Lizenzdatei, deren Text nicht erkannt wurde.',
  'message.section-design':
    'Der Abschnitt „{{heading}}“ im README beschreibt den Entwurf.',
  'message.no-design': 'Im README steht nichts über den Entwurf.',
  'message.contributing-section_one':
    'Es gibt keine Datei CONTRIBUTING; der Abschnitt „{{heading}}“ im README hat {{count}} Zeichen.',
  'message.contributing-section_other':
    'Es gibt keine Datei CONTRIBUTING; der Abschnitt „{{heading}}“ im README hat {{count}} Zeichen.',
  'message.no-contributing-section':
    'Auch das README hat keinen Abschnitt über Beiträge.',
  'message.how-to-build': 'So wird gebaut: Dort steht „{{text}}“.',
  'message.how-to-build-link': 'So wird gebaut: Verweis auf „{{text}}“.',
  'message.how-to-build-section': 'So wird gebaut: Abschnitt „{{heading}}“.',
  'message.no-how-to-build': 'Nirgends steht, wie man baut.',
  'message.how-to-test': 'So wird getestet: Dort steht „{{text}}“.',
  'message.how-to-test-link': 'So wird getestet: Verweis auf „{{text}}“.',
  'message.how-to-test-section': 'So wird getestet: Abschnitt „{{heading}}“.',
  'message.no-how-to-test': 'Nirgends steht, wie man testet.',
  'message.no-how-to-submit':
    'Nirgends steht, wie man eine Änderung einreicht.',
  'message.metadata-asks': 'innersource.json bittet um {{kinds}}.',
  'message.speaks-of': 'Die Rede ist von {{kinds}}.',
  'message.speaks-only-of': 'Die Rede ist nur von {{kinds}}.',
  'message.nothing-wanted': 'Nirgends steht, welche Beiträge erwünscht sind.',
  'message.no-response-target':
    'In keinem Dokument steht, wie schnell Maintainer antworten.',
  'message.forking-allowed': 'Das Repository darf geforkt werden.',
  'message.forking-forbidden': 'Forken ist nicht erlaubt.',
  'message.no-access': 'In keinem Dokument steht, wie man Zugriff bekommt.',
  'message.issues-on': 'Issues sind für das Repository eingeschaltet.',
  'message.issues-off': 'Issues sind für das Repository ausgeschaltet.',
  'message.issues-outside': 'Issues werden außerhalb des Repositorys geführt.',
  'message.no-tracker': 'Kein Dokument verlinkt einen Issue-Tracker.',
  'message.issue-templates_one':
    'Es gibt {{count}} Issue-Vorlage, z. B. {{path}}.',
  'message.issue-templates_other':
    'Es gibt {{count}} Issue-Vorlagen, z. B. {{path}}.',
  'message.default-issue-templates_one':
    'Es gibt {{count}} Issue-Vorlage, z. B. {{path}}, den Standard der Organisation.',
  'message.default-issue-templates_other':
    'Es gibt {{count}} Issue-Vorlagen, z. B. {{path}}, den Standard der Organisation.',
  'message.no-issue-template': 'Es gibt keine Issue-Vorlage.',
  'message.no-pull-request-template':
    'Es gibt keine Vorlage für Pull Requests.',
  'message.template-no-markdown': '{{path}} ist keine Markdown-Datei.',
  'message.template-front-matter':
    'Im Front Matter von {{path}} fehlt: {{keys}}.',
  'message.template-no-yaml': '{{path}} ist kein gültiges YAML-Mapping.',
  'message.template-keys': 'In {{path}} fehlt: {{keys}}.',
  'message.template-no-form':
    '{{path}} ist weder Markdown noch ein Issue-Formular.',
  'message.starter-issues_one':
    '{{count}} Einsteiger-Issue ist offen und frei, z. B. „{{title}}“.',
  'message.starter-issues_other':
    '{{count}} Einsteiger-Issues sind offen und frei, z. B. „{{title}}“.',
  'message.starter-issues-few_one':
    '{{count}} von {{minimum}} verlangten Einsteiger-Issues ist offen und frei.',
  'message.starter-issues-few_other':
    '{{count}} von {{minimum}} verlangten Einsteiger-Issues sind offen und frei.',
  'message.starter-issues-not-asked_one':
    '{{count}} Einsteiger-Issue ist offen und frei.',
  'message.starter-issues-not-asked_other':
    '{{count}} Einsteiger-Issues sind offen und frei.',
  'message.starter-issues-assigned_one':
    'Das einzige offene Einsteiger-Issue ist schon jemandem zugewiesen.',
  'message.starter-issues-assigned_other':
    'Alle {{count}} offenen Einsteiger-Issues sind schon jemandem zugewiesen.',
  'message.no-starter-issues': 'Kein Issue ist für Neulinge gekennzeichnet.',
  'message.line': 'Zeile {{line}}: {{problem}}',
  'message.line-long': 'Die Zeile hat mehr als {{maximum}} Zeichen.',
  'message.line-no-path':
    'Die Zeile nennt einen Eigentümer, aber keinen Pfad: {{owner}}.',
  'message.no-code-owner':
    '{{word}} ist weder @user noch @organisation/team noch eine E-Mail-Adresse.',
  'message.owns_one':
    'Zuständig für {{scope}} ist {{owners}}, nach der Regel {{pattern}}.',
  'message.owns_other':
    'Zuständig für {{scope}} sind {{owners}}, nach der Regel {{pattern}}.',
  'message.everything': 'alles',
  'message.no-catch-all_one':
    'Die {{count}} Regel nennt keine Zuständigen für {{scope}}.',
  'message.no-catch-all_other':
    'Keine der {{count}} Regeln nennt Zuständige für {{scope}}.',
  'message.no-catch-all-in-part_one':
    'Die {{count}} Regel im gelesenen Teil nennt keine Zuständigen für {{scope}}.',
  'message.no-catch-all-in-part_other':
    'Keine der {{count}} Regeln im gelesenen Teil nennt Zuständige für {{scope}}.',
  'message.no-rule': '{{path}} enthält keine Regel.',
  'message.names-people': 'Genannt sind {{names}}.',
  'message.names-people-and-more':
    'Genannt sind {{names}} und {{more}} weitere.',
  'message.no-trusted-committers':
    'Kein Dokument nennt Trusted Committer oder Maintainer.',
  'message.code-owner-only':
    'CODEOWNERS nennt {{name}}; in keinem Dokument steht, wer sich um Beitragende kümmert.',
  'message.code-owner-only-and-more':
    'CODEOWNERS nennt {{name}} und {{more}} weitere; in keinem Dokument steht, wer sich um Beitragende kümmert.',
  'message.no-link-either': 'Auch verlinkt ihn kein Dokument.',
  'message.in-place': 'Vorhanden: {{settings}}.',
  'message.missing': 'Es fehlt: {{settings}}.',
  'message.hidden': 'Nicht sichtbar und daher nicht bewertet: {{settings}}.',
  'message.protection-hidden': 'Vom Schutz des Branches ist nichts zu sehen.',
  'message.no-force-pushes': 'keine Force-Pushes',
  'message.no-deletion': 'kein Löschen',
  'message.approving-reviews_one': '{{count}} zustimmendes Review',
  'message.approving-reviews_other': '{{count}} zustimmende Reviews',
  'message.status-checks': 'Statusprüfungen',
  'message.code-owner-reviews': 'Reviews durch Code Owner',
  'message.stale-reviews': 'veraltete Reviews verfallen',
  'message.administrators': 'gilt auch für Administratoren',
  'message.level-catalog': 'Der Katalogeintrag gibt {{level}} an.',
  'message.level-metadata': 'innersource.json gibt {{level}} an.',
  'message.level-wrong':
    'Die Annotation „{{text}}“ ist keine Governance-Stufe.',
  'message.no-level':
    'Weder der Katalogeintrag noch innersource.json gibt eine an.',
  'message.file-length-and-contact_one':
    '{{path}} hat {{count}} Zeichen und nennt {{contact}}.',
  'message.file-length-and-contact_other':
    '{{path}} hat {{count}} Zeichen und nennt {{contact}}.',
  'message.default-length-and-contact_one':
    '{{path}}, der Standard der Organisation, hat {{count}} Zeichen und nennt {{contact}}.',
  'message.default-length-and-contact_other':
    '{{path}}, der Standard der Organisation, hat {{count}} Zeichen und nennt {{contact}}.',
  'message.no-how-to-report':
    'Es steht nichts darüber da, wie man eine Schwachstelle meldet.',
  'message.section-no-period': 'Der Abschnitt „{{heading}}“ nennt keine Frist.',
  'message.no-support-after-merge':
    'In keinem Dokument steht, wie lange Beitragende ihre Änderung betreuen.',
  'message.no-outside-change-request':
    'In den letzten 365 Tagen hat niemand aus einem anderen Team einen Änderungsantrag gestellt.',
  'message.median-response':
    'Im Median dauerte die erste Antwort auf Änderungsanträge anderer Teams in den letzten 365 Tagen {{duration}}.',
  'message.no-change-request':
    'In den letzten 365 Tagen wurde kein Änderungsantrag gestellt.',
  'message.closure-ratio':
    'Das Verhältnis geschlossener zu gestellten Änderungsanträgen war in den letzten 365 Tagen {{ratio}}.',
  'message.unanswered_one':
    '{{count}} Änderungsantrag anderer Teams ist seit mehr als {{period}} ohne jede Antwort.',
  'message.unanswered_other':
    '{{count}} Änderungsanträge anderer Teams sind seit mehr als {{period}} ohne jede Antwort.',
  'message.open-for_zero': 'Seit weniger als einem Tag offen.',
  'message.open-for_one': 'Seit {{count}} Tag offen.',
  'message.open-for_other': 'Seit {{count}} Tagen offen.',
  'message.none-unanswered':
    'Kein Änderungsantrag anderer Teams wartet länger als {{period}} auf eine Antwort.',
  'message.no-contribution': 'In den letzten 365 Tagen gab es keinen Beitrag.',
  'message.absence-factor_one':
    '{{count}} Person leistet mehr als die Hälfte der Beiträge der letzten 365 Tage.',
  'message.absence-factor_other':
    '{{count}} Personen leisten mehr als die Hälfte der Beiträge der letzten 365 Tage.',
  'message.active-maintainers_one':
    '{{count}} Maintainer war in den letzten 90 Tagen aktiv.',
  'message.active-maintainers_other':
    '{{count}} Maintainer waren in den letzten 90 Tagen aktiv.',
  'message.no-pipeline':
    'Es gibt keine Konfiguration einer Continuous Integration, die am Namen zu erkennen wäre.',
  'message.not-asked-of': 'Wird für den Typ {{type}} nicht verlangt.',
  'message.tests_one':
    'Nach Name oder Verzeichnis {{count}} Testdatei, z. B. {{path}}.',
  'message.tests_other':
    'Nach Name oder Verzeichnis {{count}} Testdateien, z. B. {{path}}.',
  'message.tests-directory':
    'Es gibt ein Verzeichnis {{directory}}; sein Inhalt wurde nicht aufgelistet.',
  'message.no-tests':
    'Keine Datei und kein Verzeichnis sieht nach einem Test aus.',
  'message.no-tests-listed':
    'Keine der aufgelisteten Dateien sieht nach einem Test aus; nicht alle wurden aufgelistet.',
  'message.no-release': 'Es gibt weder ein Release noch ein Tag.',
  'message.newest-release_zero':
    'Das neueste Release, {{tag}}, ist weniger als einen Tag alt.',
  'message.newest-release_one':
    'Das neueste Release, {{tag}}, ist {{count}} Tag alt.',
  'message.newest-release_other':
    'Das neueste Release, {{tag}}, ist {{count}} Tage alt.',
  'message.newest-tag_zero':
    'Das neueste Tag, {{tag}}, ist weniger als einen Tag alt.',
  'message.newest-tag_one': 'Das neueste Tag, {{tag}}, ist {{count}} Tag alt.',
  'message.newest-tag_other':
    'Das neueste Tag, {{tag}}, ist {{count}} Tage alt.',
  'message.no-change-log': 'Es gibt kein Änderungsprotokoll.',
  'message.change-log-undated': '{{path}} nennt keine Daten.',
  'message.change-log-age_zero':
    'Der neueste datierte Abschnitt in {{path}} ist weniger als einen Tag alt.',
  'message.change-log-age_one':
    'Der neueste datierte Abschnitt in {{path}} ist {{count}} Tag alt.',
  'message.change-log-age_other':
    'Der neueste datierte Abschnitt in {{path}} ist {{count}} Tage alt.',
  'message.semantic-versions':
    'Semantisch unter den letzten {{total}} Versionen: {{semantic}}, z. B. {{tag}}.',
  'message.semantic-versions-except':
    'Semantisch unter den letzten {{total}} Versionen: {{semantic}}; {{tag}} ist es nicht.',
  'message.visited':
    'Der Typ {{type}} wird besucht; Beziehungen im Katalog zählen das nicht.',
  'message.dependents-outside_one':
    '{{count}} Katalogeintrag anderer Teams hängt davon ab.',
  'message.dependents-outside_other':
    '{{count}} Katalogeinträge anderer Teams hängen davon ab.',
  'message.dependents-few_one':
    '{{count}} Katalogeintrag anderer Teams hängt davon ab, verlangt sind {{minimum}}.',
  'message.dependents-few_other':
    '{{count}} Katalogeinträge anderer Teams hängen davon ab, verlangt sind {{minimum}}.',
  'message.dependents-own_one':
    '{{count}} Katalogeintrag hängt davon ab, keiner eines anderen Teams.',
  'message.dependents-own_other':
    '{{count}} Katalogeinträge hängen davon ab, keiner eines anderen Teams.',
  'message.no-dependents': 'Kein Katalogeintrag hängt davon ab.',
  'message.base-permission-read': 'Die Grundberechtigung ist Read.',
  'message.base-permission-none':
    'Die Grundberechtigung ist None. Mitglieder sehen nur interne und öffentliche Repositorys.',
  'message.base-permission-write':
    'Die Grundberechtigung ist Write. Jedes Mitglied darf jedes Repository ändern.',
  'message.base-permission-admin':
    'Die Grundberechtigung ist Admin. Jedes Mitglied darf jedes Repository ändern.',
  'message.default-visibility-internal':
    'Neue Repositorys sind standardmäßig intern.',
  'message.default-visibility-public':
    'Neue Repositorys sind standardmäßig öffentlich.',
  'message.default-visibility-private':
    'Neue Repositorys sind standardmäßig privat.',
  'message.no-internal-repositories':
    'Die Organisation hat keine internen Repositorys: Sie gehört zu keinem Enterprise-Konto.',
  'message.internal-creation-allowed':
    'Mitglieder dürfen interne Repositorys anlegen.',
  'message.internal-creation-forbidden':
    'Mitglieder dürfen keine internen Repositorys anlegen.',
  'message.public-creation-allowed':
    'Mitglieder dürfen öffentliche Repositorys anlegen.',
  'message.public-creation-forbidden':
    'Mitglieder dürfen keine öffentlichen Repositorys anlegen.',
  'message.organization-forking-allowed':
    'Mitglieder dürfen private und interne Repositorys forken.',
  'message.organization-forking-forbidden':
    'Mitglieder dürfen private und interne Repositorys nicht forken.',
  'message.two-factor-required':
    'Die Organisation schreibt Zwei-Faktor-Authentifizierung vor.',
  'message.two-factor-optional':
    'Die Organisation schreibt Zwei-Faktor-Authentifizierung nicht vor.',
  'message.rulesets-active': 'Aktiv für Branches: {{rulesets}}.',
  'message.rulesets-inactive':
    'Es gibt Regelsätze für Branches, aber keiner ist aktiv.',
  'message.no-rulesets': 'Es gibt keinen Regelsatz für Branches.',
  'message.no-default-files':
    'Die Organisation hat keine Standarddateien für ihre Repositorys.',
  'message.default-files': 'Vorhanden: {{files}}.',
  'message.default-files-missing':
    'Vorhanden: {{files}}; es fehlt: {{missing}}.',
  'message.contributions-unread': 'Die Beiträge wurden noch nicht gelesen.',
  'message.git-change-requests':
    'Die Git-Historie sagt nichts über Änderungsanträge. Mit dem Backend-Modul für den Host lassen sie sich messen.',
  'message.history-unread':
    'Die Quelle hat die Historie dieses Pfads nicht gelesen.',
  'message.no-commits-yet': 'Das Repository hat noch keine Commits.',
  'message.git-head-branch':
    'HEAD des Repositorys verweist auf einen Branch, den es nicht gibt. Der Standard-Branch muss auf einen vorhandenen gesetzt werden.',
  'message.git-head-none': 'HEAD des Repositorys nennt keinen Branch.',
  'message.git-tags': 'Die Daten der Tags konnten nicht gelesen werden.',
  'message.git-does-not-tell':
    'Aus Git allein geht nicht hervor, {{what}}; die API des Hosts würde es sagen.',
  'message.git-description': 'wie die Beschreibung lautet',
  'message.git-topics': 'welche Topics es gibt',
  'message.git-visibility': 'wer das Repository sehen darf',
  'message.git-archived': 'ob das Repository archiviert ist',
  'message.git-fork': 'ob das Repository ein Fork ist',
  'message.git-created': 'wann das Repository angelegt wurde',
  'message.git-pushed': 'wann zuletzt gepusht wurde',
  'message.git-stars': 'wie viele Sterne es gibt',
  'message.git-forks': 'wie viele Forks es gibt',
  'message.git-watchers': 'wie viele Beobachter es gibt',
  'message.git-issues': 'wie viele Issues offen sind',
  'message.git-forking': 'ob Forken erlaubt ist',
  'message.git-issue-tracker': 'ob der Issue-Tracker eingeschaltet ist',
  'message.git-discussions': 'ob Diskussionen eingeschaltet sind',
  'message.git-protection': 'wie Branches geschützt sind',
  'message.git-starter-issues': 'welche Issues offen sind',
  'message.repository-empty': 'Das Repository ist leer.',
  'message.nothing-pushed': 'Es wurde noch nichts gepusht.',
  'message.github-does-not-tell': 'GitHub gibt darüber keine Auskunft.',
  'message.github-version':
    'Diese Version von {{host}} gibt darüber keine Auskunft.',
  'message.github-permission':
    'Den Zugangsdaten für {{account}} fehlt die Berechtigung „{{permission}}: read“.',
  'message.github-tags': 'Die Zugangsdaten dürfen die Tags nicht sehen.',
  'message.github-files':
    'Die Zugangsdaten dürfen die Dateien nicht sehen: Es braucht „Contents: read“.',
  'message.github-history':
    'Die Zugangsdaten dürfen die Historie nicht sehen: Es braucht „Contents: read“.',
  'message.github-count': 'GitHub konnte die Commits nicht zählen: {{reason}}',
  'message.github-protection':
    'Die Zugangsdaten dürfen den Schutz der Branches nicht sehen: Es braucht „Administration: read“.',
  'message.github-rulesets':
    'Dieser Host zeigt nicht, welche Regelsätze für einen Branch gelten.',
  'message.github-bypass':
    'GitHub zeigt nicht, wer die Regelsätze des Standard-Branches umgehen darf.',
  'message.github-default-visibility':
    'Die API von GitHub verrät die Standardsichtbarkeit neuer Repositorys nicht.',
  'message.github-setting':
    'Die Zugangsdaten dürfen diese Einstellung nicht sehen: Es braucht eine GitHub App mit der Organisationsberechtigung „Administration: read“ oder das Token eines Owners.',
};

export default messages;
