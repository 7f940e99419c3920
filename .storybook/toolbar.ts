import type { Preview } from '@storybook/react-vite';
import type { ZoomLanguage } from 'react-zoom-join';

/** The SDK's languages, each named in its own language. */
export const languages: Readonly<Record<ZoomLanguage, string>> = {
  'en-US': 'English',
  'de-DE': 'Deutsch',
  'es-ES': 'Español',
  'fr-FR': 'Français',
  'id-ID': 'Bahasa Indonesia',
  'it-IT': 'Italiano',
  'ja-JP': '日本語',
  'ko-KR': '한국어',
  'nl-NL': 'Nederlands',
  'pl-PL': 'Polski',
  'pt-PT': 'Português',
  'ru-RU': 'Русский',
  'sv-SE': 'Svenska',
  'tr-TR': 'Türkçe',
  'vi-VN': 'Tiếng Việt',
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
};

/** Width and height of the component's container. Numbers are px. */
export const sizes = {
  fill: ['100cqw', '100cqh'],
  small: [240, 180],
  medium: [640, 400],
  large: [1920, 1080],
} as const;

export interface Globals {
  theme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
  language: ZoomLanguage;
  size: keyof typeof sizes;
}

export const initialGlobals: Globals = { theme: 'light', direction: 'ltr', language: 'en-US', size: 'fill' };

export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Light or dark',
    toolbar: {
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
      ],
    },
  },
  direction: {
    description: 'Writing direction of the page',
    toolbar: {
      dynamicTitle: true,
      items: [
        { value: 'ltr', title: 'Left to right', icon: 'arrowright' },
        { value: 'rtl', title: 'Right to left', icon: 'arrowleft' },
      ],
    },
  },
  language: {
    description: 'Language of our texts and Zoom’s',
    toolbar: {
      icon: 'globe',
      dynamicTitle: true,
      items: Object.entries(languages).map(([value, title]) => ({ value, title })),
    },
  },
  size: {
    description: 'Size of the component’s place',
    toolbar: {
      icon: 'expand',
      dynamicTitle: true,
      items: [
        { value: 'fill', title: 'Fills the page' },
        { value: 'small', title: '240 × 180' },
        { value: 'medium', title: '640 × 400' },
        { value: 'large', title: '1920 × 1080' },
      ],
    },
  },
};
