import type { NewArticle } from '../modules/reception/index.ts'

/** What Salon Morgenrot answers, in German and in English. */
export const salonKnowledge: readonly NewArticle[] = [
  {
    language: 'de',
    questions: [
      'Wo kann ich parken?',
      'Gibt es Parkplätze?',
      'Parkplatz',
      'Parkhaus',
      'Kann ich mit dem Auto kommen?',
      'Auto abstellen',
      'Auto hinstellen',
      'Wo stelle ich den Wagen hin?',
      'Wo kann ich den Wagen abstellen?',
    ],
    answer: 'Ja, bei uns im Hof gibt es zwei Parkplätze.',
  },
  {
    language: 'de',
    questions: [
      'Wie kann ich bezahlen?',
      'Kann ich mit Karte zahlen?',
      'Karte',
      'Kann ich bar bezahlen?',
      'Bargeld',
      'Womit kann man zahlen?',
      'Kartenzahlung',
      'EC',
      'bezahlen',
    ],
    answer: 'Sie können bei uns mit Karte und bar bezahlen.',
  },
  {
    language: 'de',
    questions: [
      'Wie ist Ihre Adresse?',
      'Wo sind Sie?',
      'Wo seid ihr?',
      'Wo finde ich Sie?',
      'In welcher Straße liegt der Salon?',
      'Straße',
      'Anschrift',
      'Hausnummer',
      'Anfahrt',
      'Wie komme ich zu Ihnen?',
      'Wie komme ich hin?',
    ],
    answer: 'Sie finden uns im Lindenweg 12 in 10437 Berlin.',
  },
  {
    language: 'de',
    questions: [
      'Ich habe eine Allergie.',
      'Bin ich gegen die Farbe allergisch?',
      'Allergietest',
      'Muss ich vor dem Färben einen Patch-Test machen?',
      'Verträglichkeit',
      'allergisch',
      'empfindliche Kopfhaut',
      'Die Farbe vertrage ich nicht.',
    ],
    answer: 'Vor dem ersten Färben machen wir einen Patch-Test, und zwar 48 Stunden vorher.',
  },
  {
    language: 'de',
    questions: [
      'Haben Sie Gutscheine?',
      'Kann ich einen Gutschein kaufen?',
      'Geschenkgutschein',
      'verschenken',
    ],
    answer: 'Ja, Gutscheine gibt es bei uns im Salon.',
  },
  {
    language: 'en',
    questions: ['Where can I park?', 'Is there parking?', 'Car park', 'Can I come by car?', 'leave my car'],
    answer: 'Yes, there are two parking spaces in our courtyard.',
  },
  {
    language: 'en',
    questions: ['How can I pay?', 'Can I pay by card?', 'Do you take cards?', 'Cash', 'Payment'],
    answer: 'You can pay by card and in cash.',
  },
  {
    language: 'en',
    questions: [
      'What is your address?',
      'Where are you?',
      'Where can I find you?',
      'Which street?',
      'How do I get there?',
      'Directions',
    ],
    answer: 'You find us at Lindenweg 12 in 10437 Berlin.',
  },
  {
    language: 'en',
    questions: ['I have an allergy.', 'Am I allergic to the dye?', 'Patch test', 'Allergy test', 'allergic'],
    answer: 'Before the first colouring we do a patch test, 48 hours in advance.',
  },
  {
    language: 'en',
    questions: ['Do you have gift vouchers?', 'Can I buy a voucher?', 'Gift card', 'as a present'],
    answer: 'Yes, we have gift vouchers here in the salon.',
  },
]
